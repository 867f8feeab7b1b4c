using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Campaigns;

/// <summary>A campaign's totals, over HTTP; where an answer is cached or missing, its badge as well.</summary>
[Collection(PublishedCampaignGroup.Name)]
public sealed partial class CampaignTotalsTests(PublishedCampaign published)
{
    [Fact]
    public async Task AreCompleteBeforeTheFirstGift()
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var answer = await functions.GetAsync($"/api/campaigns/{PublishedCampaign.Slug}");

        const string Match = """{"sponsor":"The Test Fund","used":0,"remaining":6000}""";
        Assert.Equal(
            $$"""{"campaign":"givingtuesday","currency":"USD","goal":100000,"raised":0,"gifts":0,"match":{{Match}},"asOf":"TIME"}""",
            Time().Replace(await answer.Content.ReadAsStringAsync(), "TIME"));
        Assert.Equal("public, max-age=10", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task OfACampaignWithoutGoalAndMatchSaySo()
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var answer = await functions.GetAsync("/api/campaigns/general");

        Assert.Equal(
            """{"campaign":"general","currency":"USD","goal":null,"raised":0,"gifts":0,"match":null,"asOf":"TIME"}""",
            Time().Replace(await answer.Content.ReadAsStringAsync(), "TIME"));
    }

    [Fact]
    public async Task CountSettledGiftsAndMatchThemUpToTheCap()
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        using var open = await functions.GiveAsync(("amount", "25"));
        using var first = await functions.GiveAsync(("amount", "50"));
        using var second = await functions.GiveAsync(("amount", "25"));
        functions.Stripe.Pay(RunningFunctions.SessionOf(first));
        await functions.UntilRaisedAsync(5000);
        Assert.Equal("""{"sponsor":"The Test Fund","used":5000,"remaining":1000}""", await MatchAsync(functions));

        functions.Stripe.Pay(RunningFunctions.SessionOf(second));
        await functions.UntilRaisedAsync(7500);
        Assert.Equal("""{"sponsor":"The Test Fund","used":6000,"remaining":0}""", await MatchAsync(functions));

        functions.Stripe.Refund((string)functions.Stripe.Find(RunningFunctions.SessionOf(first))!["payment_intent"]!);
        await functions.UntilRaisedAsync(2500);
        Assert.Equal("""{"sponsor":"The Test Fund","used":2500,"remaining":3500}""", await MatchAsync(functions));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/progress.svg")]
    public async Task UnchangedAreNotSentAgain(string what)
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        using var first = await functions.GetAsync($"/api/campaigns/{PublishedCampaign.Slug}{what}");
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/campaigns/{PublishedCampaign.Slug}{what}", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse("\"other\""));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await functions.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("", await second.Content.ReadAsStringAsync());
        Assert.Equal("*", Assert.Single(second.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Theory]
    [InlineData("/api/campaigns/nowhere")]
    [InlineData("/api/campaigns/nowhere/progress.svg")]
    [InlineData("/api/campaigns/%00")]
    public async Task OfNoCampaignAreNotFound(string path)
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var answer = await functions.GetAsync(path);

        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest);
    }

    private static async Task<string> MatchAsync(RunningFunctions functions) => (await functions.TotalsAsync())["match"]!.ToJsonString();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")]
    private static partial Regex Time();
}
