using System.Net;
using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

public sealed class HomePage
{
    private const string Setting = "AzureWebJobsDisableHomepage";

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("true", HttpStatusCode.NoContent)]
    public async Task IsThatOfTheHostUnlessItIsDisabled(string? disabled, HttpStatusCode status)
    {
        await using var running = await RunningHost.StartAsync(
            ["/bin/sh", "-c", "exit 0"],
            options => disabled is null ? options : options with { Settings = options.Settings.Add(Setting, disabled) },
            ready: false);

        using var answer = await running.GetAsync("/");

        Assert.Equal(status, answer.StatusCode);
    }
}
