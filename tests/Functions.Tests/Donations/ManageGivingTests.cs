using System.Net;
using Advocacy.TestKit.Functions;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Functions.Donations;

[Collection(PublishedCampaignGroup.Name)]
public sealed class ManageGivingTests(PublishedCampaign published)
{
    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a b@example.org")]
    [InlineData("Ana <ana@example.org>")]
    [InlineData("ana@example.org\r\nBcc: all@example.org")]
    public async Task NeedsAnEmailAddress(string email)
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var answer = await functions.PostAsync("/api/manage", ("email", email), ("language", "en"));

        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            "Write the e-mail address that you give with, such as name@example.org.",
            page.QuerySelector(".error-summary li")!.TextContent.Trim());
    }

    [Fact]
    public async Task RefusesAFormOfTooManyBytes()
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var answer = await functions.PostAsync("/api/manage", ("email", new string('a', 70_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("The form was far larger than any gift needs.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeadsToStripesPageForAnyAddress()
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        using var given = await functions.GiveAsync(("amount", "50"), ("frequency", "monthly"));
        functions.Stripe.Pay(RunningFunctions.SessionOf(given));

        using var known = await functions.PostAsync("/api/manage", ("email", "donor@example.org"));
        using var unknown = await functions.PostAsync("/api/manage", ("email", "other@example.org"));

        Assert.Equal(HttpStatusCode.SeeOther, known.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, unknown.StatusCode);
        Assert.Equal(known.Headers.Location!.GetLeftPart(UriPartial.Path), unknown.Headers.Location!.GetLeftPart(UriPartial.Path));
    }

    [Fact]
    public async Task SaysHowElseWhileStripeIsDown()
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        functions.Stripe.Outage = 500;

        using var answer = await functions.PostAsync("/api/manage", ("email", "donor@example.org"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(
            "The page for monthly gifts does not answer at the moment. "
            + "Try again in a few minutes, or write to info@example.test. Nothing was changed.",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }
}
