using System.Net;
using System.Net.Sockets;
using Advocacy.Preview.FunctionsHost;
using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

public sealed class WorkerConnectionTests : IDisposable
{
    // Bound, so that no other program gets the port, and refusing connections until it listens.
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly HttpMessageInvoker _invoker;
    private readonly CancellationTokenSource _gone = new();

    public WorkerConnectionTests()
    {
        _invoker = new(WorkerConnection.CreateHandler(_gone.Token));
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    private Uri Address => new($"http://{_socket.LocalEndPoint}/");

    [Fact]
    public async Task ConnectionIsTriedAgain()
    {
        var asking = AskAsync();
        // The first try is made before the call returns, or soon after; either way the worker listens late or not at all.
        await Assert.ThrowsAsync<SocketException>(() => new TcpClient().ConnectAsync((IPEndPoint)_socket.LocalEndPoint!));
        _socket.Listen();

        using var accepted = await _socket.AcceptAsync();
        await accepted.SendAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray());
        using var answer = await asking;
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task ConnectionIsGivenUpAfterTenTries() => await Assert.ThrowsAsync<HttpRequestException>(AskAsync);

    [Fact]
    public async Task ConnectionIsGivenUpAtOnceWhenTheWorkerHasEnded()
    {
        var asking = AskAsync();
        await _gone.CancelAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => asking.WaitAsync(TimeSpan.FromSeconds(1)));
    }

    private async Task<HttpResponseMessage> AskAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        return await _invoker.SendAsync(request, CancellationToken.None);
    }

    public void Dispose()
    {
        _invoker.Dispose();
        _socket.Dispose();
        _gone.Dispose();
    }
}
