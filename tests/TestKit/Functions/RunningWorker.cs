using Advocacy.Functions.Hosting;
using Advocacy.Preview.FunctionsHost;
using Advocacy.TestWorker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Advocacy.TestKit.Functions;

/// <summary>The functions' worker in this process behind an emulator of the host, over the host's own protocol.</summary>
public sealed class RunningWorker : IAsyncDisposable
{
    private readonly FunctionsHostEmulator _host;
    private readonly FunctionsHostServer _server;
    private IHost? _worker;

    static RunningWorker() =>
        // The integration asks the environment where host.json and the assembly lie, once for all workers of this process.
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", AppContext.BaseDirectory);

    private RunningWorker(FunctionsHostEmulator host, FunctionsHostServer server) => (_host, _server) = (host, server);

    /// <summary>Of the host.</summary>
    public Uri Address => _server.Address;

    public string Key => _host.Key;

    public IServiceProvider Services => _worker!.Services;

    public FunctionsHostEmulator Host => _host;

    /// <summary>The host, which listens, and waits for <see cref="StartAsync"/>.</summary>
    public static async Task<RunningWorker> PrepareAsync()
    {
        // Where the worker finds its own assembly.
        var host = await FunctionsHostEmulator.StartAsync(new([], AppContext.BaseDirectory, [], _ => { }, TimeProvider.System));
        return new(host, await FunctionsHostServer.StartAsync(host));
    }

    public async Task StartAsync(
        IReadOnlyDictionary<string, string> environment, TimeProvider clock, Action<FunctionsApplicationBuilder>? configure = null)
    {
        var (worker, problems) = await FunctionsApp.ComposeAsync(
            [.. _host.WorkerArguments(Guid.NewGuid().ToString())], environment.GetValueOrDefault, clock, Configure);
        Assert.Empty(problems);
        _worker = worker!;
        await _worker.StartAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        Assert.IsType<WorkerState.Running>(await _host.DecidedAsync(patience.Token));
        Assert.True(_host.Problems.IsEmpty, string.Join("\n", _host.Problems));

        void Configure(FunctionsApplicationBuilder builder)
        {
            TestWorkerApp.ListenOnFreePort(builder.Services);
            configure?.Invoke(builder);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        if (_worker is not null)
        {
            await _worker.StopAsync();
            await ((IAsyncDisposable)_worker).DisposeAsync();
        }
        await _host.DisposeAsync();
    }
}
