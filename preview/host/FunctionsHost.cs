using System.Collections.Immutable;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing.Template;
using Yarp.ReverseProxy.Forwarder;

namespace Advocacy.Preview.Host;

/// <summary>Stands in for the Azure Functions host: routes, keys, forwarding, timers.</summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    public const string Prefix = "/api";

    /// <summary>The host tries a handler that does not listen this often.</summary>
    private const int Connections = 10;

    private readonly HandlerOptions _options;
    private readonly ImmutableArray<Function.Web> _web;
    private readonly HttpMessageInvoker _invoker;
    private readonly HttpClient _timerClient;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _timing;

    public FunctionsHost(HandlerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        (Functions, Problems) = FunctionFiles.Read(options.Folder);
        foreach (var problem in Problems)
            options.Say(problem);
        _web = [.. Functions.OfType<Function.Web>().OrderBy(function => RoutePrecedence(function.Route))];
        _invoker = new HttpMessageInvoker(Connecting());
        _timerClient = new HttpClient(Connecting());
        Handler = new Handler(options);
        _timing = CallTimersAsync();
    }

    public Handler Handler { get; }

    public ImmutableArray<Function> Functions { get; }

    /// <summary>Sentences about files that describe no function.</summary>
    public ImmutableArray<string> Problems { get; }

    /// <summary>Opens the functions that need one; made anew each time.</summary>
    public string Key { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public async Task AnswerAsync(HttpContext context, IHttpForwarder forwarder)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(forwarder);
        var function = Find(context.Request);
        if (function is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (function.NeedsKey && !HasKey(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (await Handler.DecidedAsync(context.RequestAborted) is not Handler.State.Running running)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync($"{(Handler.Now as Handler.State.Stopped)?.Why} The panel at /_preview/ shows its lines.\n", context.RequestAborted);
            return;
        }
        context.Request.Headers.TryAdd("x-ms-invocation-id", Guid.NewGuid().ToString());
        await forwarder.SendAsync(context, running.Address.ToString(), _invoker);
    }

    /// <summary>Calls a timer now.</summary>
    /// <returns>One sentence: what it answered.</returns>
    public async Task<string> CallAsync(Function.Timed timer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(timer);
        if (await Handler.DecidedAsync(cancellation) is not Handler.State.Running running)
            return $"{timer.Name} was not called, since the functions do not run.";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(running.Address, timer.Name));
        request.Headers.TransferEncodingChunked = true;
        request.Content = new StringContent(Envelope(timer), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await _timerClient.SendAsync(request, cancellation);
            var body = await answer.Content.ReadAsStringAsync(cancellation);
            return !answer.IsSuccessStatusCode ? $"{timer.Name} failed: {(int)answer.StatusCode}."
                : IsInvocationResult(body) ? $"{timer.Name} was called."
                : $"{timer.Name} answered without the result that the host waits for, {{\"Outputs\":{{}},\"Logs\":[],\"ReturnValue\":null}}; in Azure it would hang.";
        }
        catch (HttpRequestException failure)
        {
            return $"{timer.Name} failed: {failure.Message}";
        }
    }

    private Function.Web? Find(HttpRequest request)
    {
        if (!request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase, out var rest))
            return null;
        return _web.FirstOrDefault(function =>
            (function.Methods.IsEmpty || function.Methods.Contains(request.Method.ToUpperInvariant()))
            && new TemplateMatcher(function.Route, []).TryMatch(rest.HasValue ? rest : "/", []));
    }

    private bool HasKey(HttpRequest request)
    {
        var shown = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault() ?? "";
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(Key));
    }

    private string Envelope(Function.Timed timer) => JsonSerializer.Serialize(new
    {
        Data = new Dictionary<string, object>
        {
            [timer.Input] = new { Schedule = new { AdjustForDST = true }, ScheduleStatus = (object?)null, IsPastDue = false },
        },
        Metadata = new { sys = new { MethodName = timer.Name, UtcNow = _options.Time.GetUtcNow(), RandGuid = Guid.NewGuid() } },
    });

    private static bool IsInvocationResult(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("Outputs", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private async Task CallTimersAsync()
    {
        var timers = Functions.OfType<Function.Timed>().ToList();
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(1), _options.Time);
        try
        {
            while (timers.Count > 0 && await clock.WaitForNextTickAsync(_ending.Token))
            {
                foreach (var timer in timers.Where(timer => timer.Schedule.IsDue(_options.Time.GetUtcNow())))
                    _options.Say(await CallAsync(timer, _ending.Token));
            }
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // This is how it ends.
        }
    }

    /// <summary>Literal parts go before parameters, as in ASP.NET's own routing, which the host uses.</summary>
    private static string RoutePrecedence(RouteTemplate route) =>
        string.Concat(route.Segments.Select(segment => segment.IsSimple && segment.Parts[0].IsLiteral ? '1' : segment.Parts.Any(part => part.IsCatchAll) ? '9' : '3')) + "~";

    private static SocketsHttpHandler Connecting() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        ConnectCallback = ConnectAsync,
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (attempt < Connections)
            {
                socket.Dispose();
                await Task.Delay(TimeSpan.FromMilliseconds(10 * attempt), cancellation);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _timing;
        await Handler.DisposeAsync();
        _invoker.Dispose();
        _timerClient.Dispose();
        _ending.Dispose();
    }
}
