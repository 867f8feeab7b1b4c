using System.Collections.Immutable;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>A worker whose functions can be called.</summary>
/// <param name="Problems">Sentences about functions that cannot.</param>
internal sealed record LoadedWorker(
    WorkerChannel Channel, Uri Address, ImmutableArray<Function> Functions, ImmutableArray<string> Problems) : IDisposable
{
    public RouteTable Routes { get; } = new(Functions.OfType<HttpFunction>());

    public HttpMessageInvoker Invoker { get; } = new(WorkerConnection.CreateHandler(Channel.Closed));

    public string Prefix { get; } = Address.ToString();

    public void Dispose() => Invoker.Dispose();
}
