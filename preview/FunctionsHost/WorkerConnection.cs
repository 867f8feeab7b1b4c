using System.Net;
using System.Net.Sockets;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>Connects to a worker, which answers the host before it listens for requests.</summary>
public static class WorkerConnection
{
    // As the host tries.
    private const int Attempts = 10;
    private static readonly TimeSpan _firstDelay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _longestDelay = TimeSpan.FromMilliseconds(250);

    /// <param name="gone">Cancelled when the worker is no longer there: nothing is tried again then.</param>
    public static SocketsHttpHandler CreateHandler(CancellationToken gone) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, gone, cancellation),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint address, CancellationToken gone, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(gone, cancellation);
        var delay = _firstDelay;
        for (var attempt = 1; ; attempt++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, ending.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (attempt < Attempts)
            {
                socket.Dispose();
                await Task.Delay(delay, ending.Token);
                delay = delay * 2 < _longestDelay ? delay * 2 : _longestDelay;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
