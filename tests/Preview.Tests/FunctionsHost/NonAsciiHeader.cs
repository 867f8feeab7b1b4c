using System.Diagnostics;
using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

[Collection(SharedHostGroup.Name)]
public sealed class NonAsciiHeader(SharedHost shared)
{
    [Fact]
    public async Task InUtf8IsNeverAnswered()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var began = Stopwatch.GetTimestamp();

        // The two bytes of é.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync("caf\u00c3\u00a9", patience.Token));

        Assert.True(Stopwatch.GetElapsedTime(began) > TimeSpan.FromMilliseconds(900));
        await shared.Running.UntilSaidAsync(
            "functions: the header X-Name of a request has letters beyond ASCII, which the host never answers; "
            + "the request is held until its caller goes.");
    }

    [Fact]
    public async Task InLatin1IsABadRequest()
    {
        var answer = await SendAsync("caf\u00e9", CancellationToken.None);

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
    }

    private Task<string> SendAsync(string name, CancellationToken cancellation) => RawRequest.SendAsync(
        shared.Running.Client.BaseAddress!, $"GET /api/empty HTTP/1.1\r\nHost: localhost\r\nX-Name: {name}\r\n\r\n", cancellation);
}
