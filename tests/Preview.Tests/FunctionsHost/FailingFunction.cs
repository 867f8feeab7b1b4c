using System.Net;
using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

[Collection(SharedHostGroup.Name)]
public sealed class FailingFunction(SharedHost shared)
{
    [Fact]
    public async Task BeforeTheFirstByteIsAnEmptyErrorThatKeepsLateHeaders()
    {
        using var answer = await shared.Running.GetAsync("/api/throw");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("yes", answer.Headers.GetValues("X-Kept").Single());
    }

    [Fact]
    public async Task AfterTheFirstByteIsCut()
    {
        using var answer = await shared.Running.GetHeadersAsync("/api/throw-late");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task IsWrittenToTheLogWithItsLevel()
    {
        using var answer = await shared.Running.GetAsync("/api/throw");

        await shared.Running.UntilSaidAsync("functions: error: System.InvalidOperationException: Thrown before the first byte.");
    }
}
