using System.Net;
using Advocacy.TestWorker;
using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

[Collection(SharedHostGroup.Name)]
public sealed class BodyTooLarge(SharedHost shared)
{
    private const int LimitOfTheWorker = 30_000_000;

    [Fact]
    public async Task ForTheWorkerIsAnErrorOfTheHost() =>
        await IsAnsweredAsync("/api/echo", LimitOfTheWorker + 1, HttpStatusCode.InternalServerError);

    [Theory]
    [InlineData(Answers.SmallLimit, HttpStatusCode.NoContent)]
    [InlineData(12_000_000, HttpStatusCode.InternalServerError)]
    public async Task ForTheFunctionIsAnErrorOfTheHostWhereItAnswersBeforeTheEnd(int size, HttpStatusCode status) =>
        await IsAnsweredAsync("/api/early", size, status);

    [Fact]
    public async Task ForTheHostIsRefusedByItself()
    {
        await using var running = await RunningHost.StartAsync(options => options with { LargestBody = 1000 });

        using var largest = await running.PostAsync("/api/echo", new ByteArrayContent(new byte[1000]));
        using var answer = await running.PostAsync("/api/echo", new ByteArrayContent(new byte[1001]));

        Assert.Equal(HttpStatusCode.OK, largest.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task IsAnsweredAsync(string path, int size, HttpStatusCode status)
    {
        using var content = new ByteArrayContent(new byte[size]);
        using var answer = await shared.Running.PostAsync(path, content);

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }
}
