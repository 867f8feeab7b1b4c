using System.Collections.Immutable;
using System.Diagnostics;
using Advocacy.Preview.FunctionsHost;

namespace Advocacy.Benchmarks.Giving;

/// <summary>A worker in a separate process behind the emulator of the Functions host, for all that is compared here.</summary>
internal sealed class RunningWorker : IAsyncDisposable
{
    private readonly FunctionsHostEmulator _host;
    private readonly FunctionsHostServer _server;

    private RunningWorker(FunctionsHostEmulator host, FunctionsHostServer server) => (_host, _server) = (host, server);

    public Uri Address => _server.Address;

    /// <summary>What the worker holds in memory now.</summary>
    public long Megabytes
    {
        get
        {
            using var process = Process.GetProcessById(Worker);
            return process.WorkingSet64 / 1_000_000;
        }
    }

    private int Worker => ((WorkerState.Running)_host.State).Process!.Value;

    /// <summary>The project's output in the configuration of this program.</summary>
    /// <param name="project">Its folder, from the root of the repository.</param>
    public static string FolderOf(string project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(root, project, "bin", output.Parent!.Name, output.Name);
    }

    public static async Task<RunningWorker> StartAsync(string folder, string assembly, IReadOnlyDictionary<string, string> settings)
    {
        var command = ImmutableArray.Create("dotnet", Path.Combine(folder, assembly));
        var host = await FunctionsHostEmulator.StartAsync(
            new(command, folder, settings.ToImmutableDictionary(), _ => { }, TimeProvider.System)
            {
                RestartDelay = TimeSpan.FromMilliseconds(100),
            });
        if (await host.DecidedAsync(CancellationToken.None) is not WorkerState.Running)
            throw new InvalidOperationException(string.Join('\n', host.Lines));
        return new(host, await FunctionsHostServer.StartAsync(host));
    }

    /// <summary>Kills the worker, and waits for the one that the host starts in its place.</summary>
    public async Task RestartAsync()
    {
        var before = _host.State;
        using (var process = Process.GetProcessById(Worker))
            process.Kill();
        while (ReferenceEquals(_host.State, before))
            await Task.Delay(10);
        if (await _host.DecidedAsync(CancellationToken.None) is not WorkerState.Running)
            throw new InvalidOperationException(string.Join('\n', _host.Lines));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _host.DisposeAsync();
    }
}
