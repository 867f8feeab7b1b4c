namespace Advocacy.Preview.FunctionsHost;

/// <summary>Whether there is a worker, for all who wait for one.</summary>
internal sealed class WorkerStatus(Action<string> say)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource<(WorkerState State, LoadedWorker? Worker)> _decided = Undecided();
    private WorkerState _state = new WorkerState.Starting();
    private LoadedWorker? _last;

    public WorkerState State
    {
        get { lock (_lock) return _state; }
    }

    /// <summary>The last worker that was ready; null before the first.</summary>
    public LoadedWorker? Last
    {
        get { lock (_lock) return _last; }
    }

    /// <returns>Once a worker is ready, or none will be.</returns>
    public Task<(WorkerState State, LoadedWorker? Worker)> DecidedAsync(CancellationToken cancellation)
    {
        lock (_lock)
            return _decided.Task.WaitAsync(cancellation);
    }

    public void Become(WorkerState state, LoadedWorker? worker = null)
    {
        lock (_lock)
        {
            _state = state;
            _last = worker ?? _last;
            if (state is WorkerState.Starting)
                _decided = _decided.Task.IsCompleted ? Undecided() : _decided;
            else if (!_decided.TrySetResult((state, worker)))
                (_decided = Undecided()).SetResult((state, worker));
        }
        if (state is WorkerState.Stopped { Why: var why })
            say(why);
    }

    private static TaskCompletionSource<(WorkerState State, LoadedWorker? Worker)> Undecided() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
