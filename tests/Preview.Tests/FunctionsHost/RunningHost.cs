using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Preview.FunctionsHost;
using Advocacy.TestKit;
using Advocacy.TestWorker;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

/// <summary>The emulator with the worker that is made for these tests.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    /// <summary>Where the worker was built, with all that its host reads.</summary>
    public static readonly string Folder =
        BuiltProgram.FolderOf("tests/TestWorker");

    private readonly ConcurrentQueue<string> _terminal;
    private readonly FunctionsHostServer _server;
    private readonly IHost? _inProcess;

    private RunningHost(ConcurrentQueue<string> terminal, FunctionsHostEmulator host, FunctionsHostServer server, IHost? inProcess)
    {
        (_terminal, Host, _server, _inProcess) = (terminal, host, server, inProcess);
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Address };
    }

    public FunctionsHostEmulator Host { get; }

    /// <summary>Follows no redirects.</summary>
    public HttpClient Client { get; }

    public ImmutableArray<string> Terminal => [.. _terminal];

    /// <summary>In a process of its own.</summary>
    public static Task<RunningHost> StartAsync(Func<FunctionsHostOptions, FunctionsHostOptions>? change = null) =>
        StartAsync(["dotnet", Path.Combine(Folder, "testworker.dll")], change ?? (options => options), ready: true);

    /// <summary>In the process of the tests.</summary>
    public static Task<RunningHost> StartInProcessAsync() =>
        StartAsync([], options => options with { Folder = AppContext.BaseDirectory }, ready: true);

    /// <param name="ready">Whether to wait for the worker.</param>
    public static async Task<RunningHost> StartAsync(
        ImmutableArray<string> command, Func<FunctionsHostOptions, FunctionsHostOptions> change, bool ready)
    {
        var terminal = new ConcurrentQueue<string>();
        var options = change(new(command, Folder, ImmutableDictionary<string, string>.Empty, terminal.Enqueue, TimeProvider.System));
        var host = await FunctionsHostEmulator.StartAsync(options);
        IHost? inProcess = null;
        if (command.IsEmpty)
        {
            Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", options.Folder);
            inProcess = TestWorkerApp.ComposeInProcess([.. host.WorkerArguments("in-process")]).Build();
            await inProcess.StartAsync();
        }
        var running = new RunningHost(terminal, host, await FunctionsHostServer.StartAsync(host), inProcess);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        if (ready)
            Assert.IsType<WorkerState.Running>(await host.DecidedAsync(patience.Token));
        return running;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Leaves the body to be read.</summary>
    public Task<HttpResponseMessage> GetHeadersAsync(string path) =>
        Client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent? content = null) =>
        Client.PostAsync(new Uri(path, UriKind.Relative), content);

    /// <summary>Waits until the terminal shows a line that holds the text; fails after two minutes.</summary>
    /// <param name="times">How many such lines there must be.</param>
    /// <returns>The last of them.</returns>
    public async Task<string> UntilSaidAsync(string text, int times = 1)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            if (_terminal.Where(line => line.Contains(text, StringComparison.Ordinal)).ElementAtOrDefault(times - 1) is { } said)
                return said;
            await Task.Delay(20, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        await Host.DisposeAsync();
        if (_inProcess is not null)
        {
            await _inProcess.StopAsync();
            _inProcess.Dispose();
        }
    }
}
