using System.Collections.Immutable;

namespace Advocacy.Preview.FunctionsHost;

/// <param name="Command">The program and its own arguments, before the host's; empty: the worker is started elsewhere.</param>
/// <param name="Folder">Where the app lies, with <c>host.json</c>.</param>
/// <param name="Settings">Of the app; environment variables, as in Azure.</param>
/// <param name="Say">Takes a line for the terminal.</param>
public sealed record FunctionsHostOptions(
    ImmutableArray<string> Command, string Folder, ImmutableDictionary<string, string> Settings, Action<string> Say, TimeProvider Time)
{
    /// <summary>How long a worker that was started may take until its functions are loaded.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Starts in a row that may end before the worker was ready once.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Between the end of a worker and the start of the next.</summary>
    public TimeSpan RestartDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What a worker that was asked to end gets for the requests in flight, as under the host.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>In bytes, inclusive; the host's own.</summary>
    /// <remarks>https://learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook-trigger#limits</remarks>
    public long LargestBody { get; init; } = 104_857_600;
}
