namespace Advocacy.Generator.Cli;

/// <param name="Name">With its two hyphens.</param>
/// <param name="Value">What stands for its value in the help, such as <c>DIR</c>; null where it is a switch.</param>
/// <param name="Help">One line.</param>
public sealed record CommandOption(string Name, string? Value, string Help)
{
    public override string ToString() => Value is null ? Name : $"{Name} {Value}";
}
