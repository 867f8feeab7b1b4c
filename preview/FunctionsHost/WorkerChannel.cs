using System.Collections.Concurrent;
using System.Threading.Channels;
using Advocacy.Preview.FunctionsHost.Rpc;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RpcException = Grpc.Core.RpcException;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>The conversation with one worker, over the stream that it opened.</summary>
internal sealed class WorkerChannel : IDisposable
{
    private readonly WorkerLog _log;
    private readonly string _folder;
    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string?>> _invocations = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<WorkerInitResponse> _initialized = Answer<WorkerInitResponse>();
    private readonly TaskCompletionSource<FunctionMetadataResponse> _described = Answer<FunctionMetadataResponse>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<FunctionLoadResponse>> _loads = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closing = new();
    private int _closed;

    // The host shows no lines of such a worker but those on its console:
    // https://github.com/Azure/azure-functions-dotnet-worker/issues/3487.
    private bool _sendsTelemetryItself;

    public WorkerChannel(WorkerLog log, string folder)
    {
        (_log, _folder) = (log, folder);
        Closed = _closing.Token;
    }

    /// <summary>Cancelled when the worker is no longer there, or no longer wanted.</summary>
    public CancellationToken Closed { get; }

    public bool IsBusy => !_invocations.IsEmpty;

    /// <summary>Says and hears everything until either side ends it.</summary>
    public async Task RunAsync(
        IAsyncStreamReader<StreamingMessage> from, IServerStreamWriter<StreamingMessage> to, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, Closed);
        var sending = SendAsync(to, ending.Token);
        try
        {
            while (await from.MoveNext(ending.Token))
                Receive(from.Current);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or RpcException)
        {
            // A worker that is killed closes nothing in good order.
        }
        Close();
        await sending;
    }

    /// <summary>Introduces the host, asks for the functions and lets the worker load them.</summary>
    /// <exception cref="InvalidOperationException">The worker refused, and says why.</exception>
    public async Task<LoadedWorker> LoadAsync()
    {
        Send(new() { WorkerInitRequest = new() { HostVersion = "4.1037.0", WorkerDirectory = _folder, FunctionAppDirectory = _folder } });
        var initialized = await _initialized.Task.WaitAsync(Closed);
        ThrowIfFailed(initialized.Result, "The worker did not start");
        if (!initialized.Capabilities.TryGetValue("HttpUri", out var address))
            throw new InvalidOperationException("The worker takes no HTTP requests itself; call ConfigureFunctionsWebApplication in it.");

        Send(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = _folder } });
        var described = await _described.Task.WaitAsync(Closed);
        ThrowIfFailed(described.Result, "The worker could not describe its functions");
        var (functions, problems) = FunctionBindings.Read(described.FunctionMetadataResults);

        var known = functions.Select(function => function.Id).ToHashSet(StringComparer.Ordinal);
        var loading = described.FunctionMetadataResults.Where(metadata => known.Contains(metadata.FunctionId)).Select(LoadAsync);
        var failures = (await Task.WhenAll(loading)).OfType<string>();
        return new(this, new Uri(address), functions, [.. problems, .. failures]);
    }

    /// <returns>Once the function has ended: null where it went well, otherwise one sentence.</returns>
    public Task<string?> InvokeAsync(InvocationRequest request)
    {
        var ended = Answer<string?>();
        _invocations[request.InvocationId] = ended;
        Send(new() { InvocationRequest = request });
        if (Closed.IsCancellationRequested)
            FailInvocations();
        return ended.Task;
    }

    public void Cancel(string invocation) => Send(new() { InvocationCancel = new() { InvocationId = invocation } });

    public void Terminate(TimeSpan grace) => Send(new() { WorkerTerminate = new() { GracePeriod = Duration.FromTimeSpan(grace) } });

    public void Close()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
            _closing.Cancel();
        _outgoing.Writer.TryComplete();
        FailInvocations();
    }

    private async Task<string?> LoadAsync(RpcFunctionMetadata metadata)
    {
        var loaded = _loads[metadata.FunctionId] = Answer<FunctionLoadResponse>();
        Send(new() { FunctionLoadRequest = new() { FunctionId = metadata.FunctionId, Metadata = metadata } });
        var answer = await loaded.Task.WaitAsync(Closed);
        return Failure(answer.Result) is { } why ? $"{metadata.Name} was not loaded: {why}" : null;
    }

    private void Receive(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (_invocations.TryRemove(message.InvocationResponse.InvocationId, out var invocation))
                    invocation.TrySetResult(Failure(message.InvocationResponse.Result));
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                if (!_sendsTelemetryItself)
                    _log.FromWorker(message.RpcLog);
                break;
            case StreamingMessage.ContentOneofCase.WorkerInitResponse:
                _sendsTelemetryItself = message.WorkerInitResponse.Capabilities.ContainsKey("WorkerOpenTelemetryEnabled");
                _initialized.TrySetResult(message.WorkerInitResponse);
                break;
            case StreamingMessage.ContentOneofCase.FunctionMetadataResponse:
                _described.TrySetResult(message.FunctionMetadataResponse);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                if (_loads.TryRemove(message.FunctionLoadResponse.FunctionId, out var load))
                    load.TrySetResult(message.FunctionLoadResponse);
                break;
        }
    }

    private void Send(StreamingMessage message) => _outgoing.Writer.TryWrite(message);

    private async Task SendAsync(IServerStreamWriter<StreamingMessage> to, CancellationToken cancellation)
    {
        try
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellation))
                await to.WriteAsync(message, cancellation);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or InvalidOperationException or RpcException)
        {
            // The stream has ended meanwhile.
        }
    }

    private void FailInvocations()
    {
        foreach (var invocation in _invocations.Keys)
        {
            if (_invocations.TryRemove(invocation, out var ended))
                ended.TrySetResult("The worker ended.");
        }
    }

    private static void ThrowIfFailed(StatusResult? result, string what)
    {
        if (Failure(result) is { } why)
            throw new InvalidOperationException($"{what}: {why}");
    }

    private static string? Failure(StatusResult? result) =>
        result is null or { Status: StatusResult.Types.Status.Success } ? null : result.Exception?.Message ?? result.Status.ToString();

    private static TaskCompletionSource<T> Answer<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => _closing.Dispose();
}
