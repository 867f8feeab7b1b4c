using System.Collections.Immutable;

namespace Advocacy.Preview.Host;

/// <param name="Command">The program and its arguments.</param>
/// <param name="Folder">Where the app lies, with <c>host.json</c> and the folders of the functions.</param>
/// <param name="Settings">Of the app; environment variables, as in Azure.</param>
/// <param name="Say">Takes a line for the terminal.</param>
public sealed record HandlerOptions(
    ImmutableArray<string> Command, string Folder, ImmutableDictionary<string, string> Settings, Action<string> Say, TimeProvider Time)
{
    /// <summary>How long a handler that has started may take to answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Starts in a row that may end before the handler has answered once.</summary>
    public int Attempts { get; init; } = 3;
}
