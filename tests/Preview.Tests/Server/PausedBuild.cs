using System.Collections.Concurrent;
using Advocacy.Generator;

namespace Advocacy.Tests.Preview.Server;

/// <summary>Builds whose first one lasts until the test lets it finish.</summary>
internal sealed class PausedBuild
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the pages are shown before the pause.</summary>
    public bool ShowsFirst { get; init; }

    /// <summary>Completes when the first build is under way.</summary>
    public Task Begun => _begun.Task;

    /// <summary>What the next builds put on record.</summary>
    public string Marker { get; set; } = "";

    /// <summary>Of each build, in order.</summary>
    public ConcurrentQueue<string> Markers { get; } = new();

    public void Finish() => _finish.SetResult();

    public async Task<BuildResult> RunAsync(DateTimeOffset at, Action<BuildResult> shown, CancellationToken cancellation)
    {
        Markers.Enqueue(Marker);
        var result = new BuildResult([], 3, 1, null);
        if (ShowsFirst)
            shown(result);
        _begun.TrySetResult();
        await _finish.Task.WaitAsync(cancellation);
        return result;
    }
}
