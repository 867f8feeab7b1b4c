namespace Advocacy.Generator.Cli;

/// <summary>How the commands end, for scripts that call them.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>Problems in the content, or something that the machine refuses: a full disk, a missing right, no memory.</summary>
    public const int Problems = 1;

    /// <summary>Wrong usage, or a runtime without the data of languages.</summary>
    public const int Usage = 2;

    public const string Help =
        "\nExit codes: 0 done; 1 problems in the content, or a disk, right or memory that is missing; 2 wrong usage.\n";
}
