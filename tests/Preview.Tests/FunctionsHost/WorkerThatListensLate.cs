using System.Net;
using System.Net.Sockets;
using Advocacy.Preview.FunctionsHost;
using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

public sealed class WorkerThatListensLate : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly HttpMessageInvoker _invoker;
    private readonly CancellationTokenSource _gone = new();

    public WorkerThatListensLate() => _invoker = new(WorkerConnection.CreateHandler(_gone.Token));

    [Fact]
    public async Task IsTriedAgain()
    {
        var address = Reserve();
        var asking = AskAsync(address);
        await Task.Delay(400);
        Assert.False(asking.IsCompleted);

        using var listening = new TcpListener(IPAddress.Loopback, address.Port);
        listening.Start();
        using (var accepted = await listening.AcceptTcpClientAsync())
        {
            await accepted.GetStream().WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray());
            using var answer = await asking;
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }
    }

    [Fact]
    public async Task IsGivenUpAfterTenTries() => await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(Reserve()));

    [Fact]
    public async Task IsGivenUpAtOnceWhenItHasEnded()
    {
        var asking = AskAsync(Reserve());
        await _gone.CancelAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => asking.WaitAsync(TimeSpan.FromSeconds(1)));
    }

    /// <returns>An address where nobody listens.</returns>
    private Uri Reserve()
    {
        _listener.Start();
        var port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _listener.Stop();
        return new($"http://127.0.0.1:{port}/");
    }

    private async Task<HttpResponseMessage> AskAsync(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await _invoker.SendAsync(request, CancellationToken.None);
    }

    public void Dispose()
    {
        _invoker.Dispose();
        _listener.Dispose();
        _gone.Dispose();
    }
}
