
namespace Advocacy.Preview.FunctionsHost;

public abstract record WorkerState
{
    public sealed record Starting : WorkerState;

    /// <param name="Address">Where the worker takes requests.</param>
    /// <param name="Process">The one that was started; null where the worker was started elsewhere.</param>
    public sealed record Running(Uri Address, int? Process) : WorkerState;

    /// <param name="Why">One sentence.</param>
    public sealed record Stopped(string Why) : WorkerState;
}
