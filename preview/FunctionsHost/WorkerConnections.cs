using System.Collections.Concurrent;
using Advocacy.Preview.FunctionsHost.Rpc;
using Grpc.Core;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>Takes the streams of workers that are expected, and of no others.</summary>
internal sealed class WorkerConnections(WorkerLog log, string folder) : FunctionRpc.FunctionRpcBase
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<WorkerChannel>> _expected = new(StringComparer.Ordinal);

    /// <summary>Waits for the worker of this id, which may connect as soon as this was called.</summary>
    /// <exception cref="InvalidOperationException">The worker refused, and says why.</exception>
    public async Task<LoadedWorker> LoadAsync(string workerId, CancellationToken cancellation)
    {
        var connected = _expected.GetOrAdd(workerId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        WorkerChannel? channel = null;
        try
        {
            channel = await connected.Task.WaitAsync(cancellation);
            return await channel.LoadAsync().WaitAsync(cancellation);
        }
        catch
        {
            channel?.Close();
            throw;
        }
        finally
        {
            _expected.TryRemove(workerId, out _);
        }
    }

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        if (!await requestStream.MoveNext(cancellation) || requestStream.Current.StartStream is not { } start
            || !_expected.TryGetValue(start.WorkerId, out var expected))
            return;
        using var channel = new WorkerChannel(log, folder);
        if (expected.TrySetResult(channel))
            await channel.RunAsync(requestStream, responseStream, cancellation);
    }
}
