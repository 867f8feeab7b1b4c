namespace Advocacy.Preview.FunctionsHost;

/// <summary>A worker that somebody else starts, such as a test in its own process.</summary>
internal static class OutsideWorker
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Takes the worker for the one that answers, until it goes or the host ends.</summary>
    public static async Task AttendAsync(
        string workerId, FunctionsHostOptions options, WorkerConnections connections, WorkerStatus status, CancellationToken ending)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ending);
        patience.CancelAfter(options.Patience);
        try
        {
            using var worker = await connections.LoadAsync(workerId, patience.Token);
            status.Become(new WorkerState.Running(worker.Address, null), worker);
            await Task.WhenAny(Until.CancelledAsync(worker.Channel.Closed), Until.CancelledAsync(ending));
            worker.Channel.Terminate(options.Grace);
            var left = options.Grace;
            do
            {
                // Once at least, so that the worker hears of its end before the stream is closed.
                await Task.Delay(_pause, CancellationToken.None);
                left -= _pause;
            }
            while (worker.Channel.IsBusy && left > TimeSpan.Zero);
            worker.Channel.Close();
            if (status.Last == worker && !ending.IsCancellationRequested)
                status.Become(new WorkerState.Starting());
        }
        catch (InvalidOperationException refusal)
        {
            status.Become(new WorkerState.Stopped(refusal.Message));
        }
        catch (OperationCanceledException)
        {
            if (!ending.IsCancellationRequested)
                status.Become(new WorkerState.Stopped($"No worker was ready within {options.Patience.TotalSeconds:0} s."));
        }
    }
}
