namespace Advocacy.Preview.FunctionsHost;

/// <summary>Starts the worker, and restarts it by the host's rules.</summary>
internal sealed class WorkerLifetime(FunctionsHostOptions options, WorkerLog log, WorkerConnections connections, WorkerStatus status)
{
    // That many errors within that time end the host in Azure.
    private const int ErrorsThatEndTheHost = 3;
    private static readonly TimeSpan _errorWindow = TimeSpan.FromMinutes(30);

    private readonly Queue<DateTimeOffset> _errors = [];

    /// <param name="endpoint">Where the host listens for workers.</param>
    /// <param name="ending">Asks the worker to end, too.</param>
    public async Task KeepRunningAsync(Uri endpoint, CancellationToken ending)
    {
        for (var failures = 0; ;)
        {
            var (wasReady, code) = await RunOnceAsync(endpoint, ending);
            if (ending.IsCancellationRequested)
                return;
            failures = wasReady ? 0 : failures + 1;
            // The host takes 0 for an intended end.
            if (code == 0 || failures == options.Attempts)
            {
                status.Become(new WorkerState.Stopped(code == 0
                    ? "The functions app ended with exit code 0, after which the host does not start it again."
                    : $"The functions app ended with exit code {code} before it answered, {failures} times; the lines above say why."));
                return;
            }
            options.Say(IsOneTooMany()
                ? $"functions ended with exit code {code}, the third error in half an hour; "
                    + "in Azure the host ends then and is started again, here they are started again"
                : $"functions ended with exit code {code}; they are started again");
            await Task.WhenAny(Task.Delay(options.RestartDelay, ending));
        }
    }

    private async Task<(bool WasReady, int Code)> RunOnceAsync(Uri endpoint, CancellationToken ending)
    {
        var id = Guid.NewGuid().ToString();
        using var limit = new CancellationTokenSource(options.Patience, options.Time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ending, limit.Token);
        var loading = connections.LoadAsync(id, patience.Token);
        using var process = WorkerProcess.Start(options, endpoint, id, log);
        if (await Task.WhenAny(loading, process.Exit) != loading)
            await patience.CancelAsync();
        using var worker = await UntilReadyAsync(loading, process, ending);
        if (worker is not null)
        {
            status.Become(new WorkerState.Running(worker.Address, process.Id), worker);
            foreach (var problem in worker.Problems)
                options.Say($"functions: {problem}");
            options.Say($"functions run: {string.Join(", ", worker.Functions.Select(function => function.Name))}");
            await Task.WhenAny(process.Exit, Until.CancelledAsync(worker.Channel.Closed), Until.CancelledAsync(ending));
            if (ending.IsCancellationRequested)
                worker.Channel.Terminate(options.Grace);
            else
                status.Become(new WorkerState.Starting());
            await Task.WhenAny(process.Exit, Task.Delay(options.Grace, CancellationToken.None));
            worker.Channel.Close();
        }
        process.Kill();
        return (worker is not null, await process.Exit);
    }

    /// <returns>Null where the worker ended, refused or took too long.</returns>
    private async Task<LoadedWorker?> UntilReadyAsync(Task<LoadedWorker> loading, WorkerProcess process, CancellationToken ending)
    {
        try
        {
            return await loading;
        }
        catch (InvalidOperationException refusal)
        {
            log.FromError(refusal.Message);
        }
        catch (OperationCanceledException)
        {
            if (!process.Exit.IsCompleted && !ending.IsCancellationRequested)
                options.Say($"functions did not answer within {options.Patience.TotalSeconds:0} s");
        }
        return null;
    }

    private bool IsOneTooMany()
    {
        var now = options.Time.GetUtcNow();
        _errors.Enqueue(now);
        while (_errors.Peek() < now - _errorWindow)
            _errors.Dequeue();
        if (_errors.Count < ErrorsThatEndTheHost)
            return false;
        _errors.Clear();
        return true;
    }
}
