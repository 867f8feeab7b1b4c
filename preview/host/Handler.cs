using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Advocacy.Preview.Host;

/// <summary>The custom handler: a process of its own that is kept running, and ends with this one however that ends.</summary>
public sealed class Handler : IAsyncDisposable
{
    private const int LinesKept = 200;

    // The shell starts the handler and waits for the end of its own input, which comes with the end of the preview, even by SIGKILL.
    private const string Guard = """
        exec 3<&0
        "$@" </dev/null 3<&- & handler=$!
        ( read -r _; kill -9 $handler ) <&3 >/dev/null 2>&1 & guard=$!
        exec 3<&-
        wait $handler; code=$?
        kill $guard 2>/dev/null
        exit $code
        """;

    private readonly HandlerOptions _options;
    private readonly CancellationTokenSource _ending = new();
    private readonly HttpClient _probe = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = [];
    private readonly Task _keeping;
    private TaskCompletionSource<State> _decided = Promise();
    private State _state = new State.Starting();

    public Handler(HandlerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _keeping = KeepRunningAsync();
    }

    public abstract record State
    {
        public sealed record Starting : State;

        public sealed record Running(Uri Address, int Process) : State;

        /// <param name="Why">One sentence.</param>
        public sealed record Stopped(string Why) : State;
    }

    public State Now
    {
        get { lock (_lock) return _state; }
    }

    /// <summary>What it wrote last.</summary>
    public ImmutableArray<string> Lines
    {
        get { lock (_lock) return [.. _lines]; }
    }

    /// <returns>Once the handler answers, or will not any more.</returns>
    public Task<State> DecidedAsync(CancellationToken cancellation)
    {
        lock (_lock)
            return _decided.Task.WaitAsync(cancellation);
    }

    private async Task KeepRunningAsync()
    {
        for (var failures = 0; !_ending.IsCancellationRequested;)
        {
            var (answered, code) = await RunOnceAsync();
            if (_ending.IsCancellationRequested)
                break;
            failures = answered ? 0 : failures + 1;
            // The host takes 0 for an intended end.
            if (code == 0 || failures == _options.Attempts)
            {
                Become(new State.Stopped(code == 0
                    ? "The functions app ended with exit code 0, after which the host does not start it again."
                    : $"The functions app ended with exit code {code} before it answered, {failures} times; the lines above say why."));
                return;
            }
            _options.Say($"functions ended with exit code {code}; they are started again");
            Become(new State.Starting());
        }
    }

    private async Task<(bool Answered, int Code)> RunOnceAsync()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        using var process = Start(address.Port);
        using var exited = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
        var running = process.WaitForExitAsync(CancellationToken.None);
        var answered = false;
        try
        {
            var ready = UntilReadyAsync(address, exited.Token);
            answered = await Task.WhenAny(ready, running) == ready && await ready;
            if (answered)
                Become(new State.Running(address, process.Id));
            else if (!process.HasExited)
                _options.Say($"functions did not answer within {_options.Patience.TotalSeconds:0} s");
            if (answered)
                await running.WaitAsync(_ending.Token);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The end of the preview is the end of the handler.
        }
        await exited.CancelAsync();
        // The end of its input makes the shell kill the handler, as the host does: with SIGKILL.
        process.StandardInput.Close();
        if (OperatingSystem.IsWindows() && !process.HasExited)
            process.Kill(entireProcessTree: true);
        await running;
        return (answered, process.ExitCode);
    }

    private Process Start(int port)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        IEnumerable<string> command = OperatingSystem.IsWindows() ? _options.Command : ["/bin/sh", "-c", Guard, "functions", .. _options.Command];
        start.FileName = command.First();
        foreach (var argument in command.Skip(1))
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in _options.Settings)
            start.Environment[name] = value;
        // Another program's settings must not move the handler to another port.
        foreach (var name in (string[])["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "DOTNET_URLS"])
            start.Environment.Remove(name);
        var text = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = text;
        start.Environment["FUNCTIONS_HTTPWORKER_PORT"] = text;
        start.Environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString();
        start.Environment["FUNCTIONS_APP_ROOT_PATH"] = _options.Folder;
        start.Environment["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development";

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Readiness is any answer at all.</summary>
    private async Task<bool> UntilReadyAsync(Uri address, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < _options.Patience)
        {
            try
            {
                using var answer = await _probe.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
                return true;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
            }
            catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // It listens, but has not answered yet.
            }
        }
        return false;
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrEmpty(line))
            return;
        lock (_lock)
        {
            _lines.Enqueue(line);
            if (_lines.Count > LinesKept)
                _lines.Dequeue();
        }
        _options.Say($"functions: {line}");
    }

    private void Become(State state)
    {
        lock (_lock)
        {
            _state = state;
            if (state is State.Starting)
                _decided = _decided.Task.IsCompleted ? Promise() : _decided;
            else if (!_decided.TrySetResult(state))
                (_decided = Promise()).SetResult(state);
        }
        if (state is State.Stopped { Why: var why })
            _options.Say(why);
    }

    /// <summary>The host chooses it the same way.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static TaskCompletionSource<State> Promise() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _keeping;
        Become(new State.Stopped("The preview is ending."));
        _probe.Dispose();
        _ending.Dispose();
    }
}
