using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Yarp.ReverseProxy.Forwarder;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>Stands in for the host of Azure Functions: worker, routes, keys, forwarding, timers.</summary>
public sealed class FunctionsHostEmulator : IAsyncDisposable
{
    public const string Prefix = "/api";

    private readonly FunctionsHostOptions _options;
    private readonly WorkerLog _log;
    private readonly WorkerStatus _status;
    private readonly WorkerConnections _connections;
    private readonly HttpInvocations _http;
    private readonly TimerCalls _timers;
    private readonly CancellationTokenSource _ending = new();
    private readonly WebApplication _app;
    private ImmutableArray<Task> _running = [];

    private FunctionsHostEmulator(FunctionsHostOptions options)
    {
        _options = options;
        _log = new(options.Say);
        _status = new(options.Say);
        _connections = new(_log, options.Folder);
        _http = new(options);
        _timers = new(options, _status);
        _app = Compose();
    }

    /// <summary>Where workers connect.</summary>
    public Uri Endpoint => new(_app.Urls.Single());

    /// <summary>Opens the functions that need one; a new one each time.</summary>
    public string Key { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <remarks>https://learn.microsoft.com/azure/azure-functions/functions-app-settings#azurewebjobsdisablehomepage</remarks>
    internal bool HasHomepage =>
        !bool.TrueString.Equals(_options.Settings.GetValueOrDefault("AzureWebJobsDisableHomepage"), StringComparison.OrdinalIgnoreCase);

    public WorkerState State => _status.State;

    /// <summary>Of the worker that was ready last; none before the first.</summary>
    public ImmutableArray<Function> Functions => _status.Last?.Functions ?? [];

    /// <summary>Sentences about functions that cannot be called.</summary>
    public ImmutableArray<string> Problems => _status.Last?.Problems ?? [];

    /// <summary>What the worker wrote last.</summary>
    public ImmutableArray<string> Lines => _log.Lines;

    /// <summary>Listens for workers, and starts one unless the command is empty.</summary>
    public static async Task<FunctionsHostEmulator> StartAsync(FunctionsHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var emulator = new FunctionsHostEmulator(options);
        await emulator._app.StartAsync();
        emulator.Run();
        return emulator;
    }

    /// <summary>Expects a worker that is started elsewhere.</summary>
    /// <param name="workerId">Any that was not used before.</param>
    /// <returns>What that worker needs in its configuration, as arguments.</returns>
    public IReadOnlyList<string> WorkerArguments(string workerId)
    {
        _running = _running.Add(OutsideWorker.AttendAsync(workerId, _options, _connections, _status, _ending.Token));
        return
        [
            $"--Functions:Worker:HostEndpoint={Endpoint}",
            $"--Functions:Worker:WorkerId={workerId}",
            $"--Functions:Worker:RequestId={Guid.NewGuid()}",
            $"--Functions:Worker:GrpcMaxMessageLength={int.MaxValue.ToString(CultureInfo.InvariantCulture)}",
        ];
    }

    /// <returns>Once a worker is ready, or none will be.</returns>
    public async Task<WorkerState> DecidedAsync(CancellationToken cancellation) => (await _status.DecidedAsync(cancellation)).State;

    /// <summary>Answers a request below the prefix.</summary>
    public async Task AnswerAsync(HttpContext context, IHttpForwarder forwarder)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(forwarder);
        var (state, worker) = await _status.DecidedAsync(context.RequestAborted);
        if (worker is null)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.ContentType = "text/plain; charset=utf-8";
            var why = (state as WorkerState.Stopped)?.Why;
            await context.Response.WriteAsync($"{why} The panel at /_preview/ shows its lines.\n", context.RequestAborted);
        }
        else if (!context.Request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase, out var path)
            || worker.Routes.Find(context, path) is not { } found)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (found.Function.NeedsKey && !HasKey(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            await _http.AnswerAsync(context, forwarder, worker, found.Function, found.Values, _ending.Token);
        }
    }

    /// <summary>Calls a timer now.</summary>
    /// <returns>One sentence: how it went.</returns>
    public Task<string> CallAsync(TimerFunction timer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(timer);
        return _timers.CallAsync(timer, cancellation);
    }

    private void Run()
    {
        _running = [_timers.KeepCallingAsync(_ending.Token)];
        if (!_options.Command.IsEmpty)
            _running = _running.Add(new WorkerLifetime(_options, _log, _connections, _status).KeepRunningAsync(Endpoint, _ending.Token));
    }

    private bool HasKey(HttpRequest request)
    {
        var shown = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault() ?? "";
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(Key));
    }

    private WebApplication Compose()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(_connections).AddRoutingCore()
            .AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (null, null));
        var app = builder.Build();
        app.MapGrpcService<WorkerConnections>();
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        if (_ending.IsCancellationRequested)
            return;
        await _ending.CancelAsync();
        await Task.WhenAll(_running);
        _status.Become(new WorkerState.Stopped("The preview is ending."));
        await _app.DisposeAsync();
        _ending.Dispose();
    }
}
