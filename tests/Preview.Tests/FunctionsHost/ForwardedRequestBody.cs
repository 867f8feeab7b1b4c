using System.IO.Compression;
using System.Net;
using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

[Collection(SharedHostGroup.Name)]
public sealed class ForwardedRequestBody(SharedHost shared)
{
    private static readonly byte[] _everyByte = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(100_000)]
    [InlineData(20_000_000)]
    public async Task ArrivesByteForByte(int size)
    {
        byte[] body = [.. Enumerable.Range(0, size).Select(place => _everyByte[(place + place / 256) % 256])];
        using var content = new ByteArrayContent(body);
        using var answer = await shared.Running.PostAsync("/api/echo", content);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var echo = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(body.AsSpan().SequenceEqual(echo), $"{size} bytes were sent, {echo.Length} came back.");
    }

    [Fact]
    public async Task ArrivesInChunksToo()
    {
        using var content = new StreamContent(new MemoryStream(_everyByte));
        content.Headers.ContentLength = null;
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/echo") { Content = content };
        request.Headers.TransferEncodingChunked = true;
        using var answer = await shared.Running.Client.SendAsync(request);

        Assert.Equal(_everyByte, await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task IsNotInflated()
    {
        using var zipped = new MemoryStream();
        await using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(_everyByte);
        using var content = new ByteArrayContent(zipped.ToArray());
        content.Headers.ContentEncoding.Add("gzip");
        using var answer = await shared.Running.PostAsync("/api/echo", content);

        Assert.Equal("gzip", answer.Content.Headers.ContentEncoding.Single());
        Assert.Equal(zipped.ToArray(), await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task ArrivesAtAWorkerInTheSameProcess()
    {
        await using var running = await RunningHost.StartInProcessAsync();

        using var content = new ByteArrayContent(_everyByte);
        using var answer = await running.PostAsync("/api/echo", content);

        Assert.Equal(_everyByte, await answer.Content.ReadAsByteArrayAsync());
    }
}
