using Advocacy.Content.GivingData;
using Advocacy.Functions.Checkout;
using Advocacy.Functions.Configuration;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Checkout;

/// <summary>A payment session that Stripe fails to open is tried again with the same idempotency key.</summary>
[Collection(PublishedCampaignGroup.Name)]
public sealed class CheckoutSessionOpenerTests(PublishedCampaign published)
{
    private readonly GivingSite _site = new(GivingFile.Read(File.ReadAllBytes(published.GivingFile)));

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(409)]
    public async Task IsTriedThreeTimesWithOneKey(int status)
    {
        await using var stripe = await FailingStripe.StartAsync();
        stripe.Status = status;
        var attempt = Attempt.Read(null, TimeProvider.System);

        Assert.IsType<Unavailable>(await stripe.Sessions.OpenAsync(Gift(), _site, attempt, CancellationToken.None));

        Assert.Equal(Enumerable.Repeat(SessionParameters.KeyOf(Gift(), attempt), 3), stripe.Keys);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(429)]
    public async Task IsTriedOnceWhereAnotherTryWouldNotHelp(int status)
    {
        await using var stripe = await FailingStripe.StartAsync();
        stripe.Status = status;
        var attempt = Attempt.Read(null, TimeProvider.System);

        Assert.IsType<Unavailable>(await stripe.Sessions.OpenAsync(Gift(), _site, attempt, CancellationToken.None));

        Assert.Single(stripe.Keys);
    }

    [Fact]
    public async Task HasANewKeyWhereTheFormNamedNoAttempt()
    {
        await using var stripe = await FailingStripe.StartAsync();
        stripe.Status = 400;

        await stripe.Sessions.OpenAsync(Gift(), _site, Attempt.Read(null, TimeProvider.System), CancellationToken.None);
        await stripe.Sessions.OpenAsync(Gift(), _site, Attempt.Read("", TimeProvider.System), CancellationToken.None);

        Assert.All(stripe.Keys, key => Assert.Matches("^session-[0-9a-f]{64}$", key));
        Assert.Equal(2, stripe.Keys.Distinct().Count());
    }

    [Fact]
    public async Task EndsWithTheDonorsRequest()
    {
        await using var stripe = await FailingStripe.StartAsync();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        Assert.IsType<Unavailable>(await stripe.Sessions.OpenAsync(Gift(), _site, Attempt.Read(null, TimeProvider.System), gone.Token));

        Assert.Empty(stripe.Keys);
    }

    private Gift Gift() => SampleGift.Of(_site);
}
