using System.Net;
using System.Net.Sockets;
using Advocacy.Functions.Hosting;
using Advocacy.Preview.FunctionsHost;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Advocacy.Tests.Functions;

/// <summary>The functions' worker in this process behind an emulator of the host, over the host's own protocol.</summary>
public sealed class RunningWorker : IAsyncDisposable
{
    private readonly FunctionsHostEmulator _host;
    private readonly FunctionsHostServer _server;
    private Socket? _socket;
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
        // Bound here and handed over, so that nobody else can take the port meanwhile.
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
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
            builder.Services
                .Configure<KestrelServerOptions>(kestrel => kestrel.ListenHandle((ulong)_socket.Handle))
                .Configure<WorkerOptions>(options => options.Capabilities["HttpUri"] = $"http://{_socket.LocalEndPoint}");
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
        _socket?.Dispose();
    }
}
