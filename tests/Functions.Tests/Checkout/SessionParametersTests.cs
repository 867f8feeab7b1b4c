using Advocacy.Content.Giving;
using Advocacy.Content.GivingData;
using Advocacy.Functions.Campaigns;
using Advocacy.Functions.Checkout;
using Advocacy.Functions.Configuration;
using Advocacy.Preview.StripeEmulator;
using Advocacy.TestKit.Functions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace Advocacy.Tests.Functions.Checkout;

[Collection(PublishedCampaignGroup.Name)]
public sealed class SessionParametersTests(PublishedCampaign published)
{
    private readonly GivingFile _file = GivingFile.Read(System.IO.File.ReadAllBytes(published.GivingFile));

    private DateTimeOffset End => _file.In("en").Campaigns.Single(campaign => campaign.Slug == PublishedCampaign.Slug).Window!.Ends;

    [Theory]
    [InlineData(-120, 60)]
    [InlineData(0, 60)]
    [InlineData(1, 59)]
    [InlineData(29, 31)]
    public void EndsAfterAnHourOrWithItsCampaign(int minutesAfterTheEnd, int minutes)
    {
        var attempt = new Attempt(End.AddMinutes(minutesAfterTheEnd), "a");

        Assert.Equal(attempt.At.AddMinutes(minutes).UtcDateTime, Of(Gift(), attempt).ExpiresAt);
    }

    [Fact]
    public void EndsAfterAnHourWhereTheCampaignIsAlwaysOpen()
    {
        var attempt = new Attempt(End.AddDays(1), "a");

        Assert.Equal(attempt.At.AddHours(1).UtcDateTime, Of(Gift() with { Campaign = Site.Campaign("general")! }, attempt).ExpiresAt);
    }

    /// <summary>However wrong a donor's clock is, within the ten minutes in which an attempt can be repeated.</summary>
    [Property]
    public Property IsLongEnoughForStripeAndNeverOutlivesItsCampaign(int secondsWrong) =>
        Prop.ForAll(Gen.Choose(-7_200, 29 * 60).ToArbitrary(), seconds =>
        {
            var now = End.AddSeconds(seconds);
            var expires = Of(Gift(), new(now.AddSeconds(secondsWrong % 600), "a")).ExpiresAt!.Value;
            return OpenCampaign.Of(_file.In("en"), PublishedCampaign.Slug, now).Slug == PublishedCampaign.Slug
                && expires - now.UtcDateTime >= TimeSpan.FromMinutes(31) && expires <= End.AddHours(1).UtcDateTime;
        });

    [Fact]
    public void HasTheSameKeyAndEndWhenTheFormIsSentAgain()
    {
        var clock = new FakeTimeProvider(End);
        var sent = $"{End.ToUnixTimeMilliseconds()}-0123456789abcdef";
        var (first, second) = (Attempt.Read(sent, clock), Attempt.Read(sent, new FakeTimeProvider(End.AddMinutes(9))));

        Assert.Equal(SessionParameters.KeyOf(Gift(), first), SessionParameters.KeyOf(Gift(), second));
        Assert.Equal(Of(Gift(), first).ExpiresAt, Of(Gift(), second).ExpiresAt);
    }

    [Fact]
    public void HasAnotherKeyWhereTheRequestDiffers()
    {
        var attempt = new Attempt(End.AddDays(-1), "a");
        Gift[] gifts =
        [
            Gift(), Gift() with { Charged = 5143 }, Gift() with { Monthly = true }, Gift() with { Language = "es" },
            Gift() with { From = "ferry" }, Gift() with { Campaign = Site.Campaign("general")! },
            Gift() with { Tribute = new(TributeKind.Honor, "Ana") },
        ];

        var keys = gifts.Select(gift => SessionParameters.KeyOf(gift, attempt))
            .Append(SessionParameters.KeyOf(Gift(), attempt with { Name = "b" }))
            .Append(SessionParameters.KeyOf(Gift(), attempt with { At = End }))
            .ToArray();

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.All(keys, key => Assert.InRange(key.Length, 1, StripeLimits.IdempotencyKey));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FitsIntoStripeHoweverLongTheNamesAre(bool monthly)
    {
        await using var stripe = await StripeEmulatorServer.StartAsync(new(null, "whsec_test", TimeProvider.System));
        var client = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_standin", ApiBase = stripe.Address });
        var longest = string.Concat(Enumerable.Repeat("A name without an end ", 2_500));
        var slug = new string('s', 100);
        var gift = Gift() with
        {
            Monthly = monthly,
            Campaign = Site.Campaign("general")! with { Slug = slug },
            Designation = new(slug, longest),
            Tribute = new(TributeKind.Memory, new string('n', 100)),
            From = $"petition/{slug}",
        };
        var site = new GivingSite(_file with
        {
            Editions =
            [
                .. _file.Editions.Select(e => e with { Settings = e.Settings with { Name = longest, LegalName = longest } }),
            ],
        });

        var session = await client.V1.Checkout.Sessions.CreateAsync(
            SessionParameters.Of(gift, site, RunningFunctions.Site, new(DateTimeOffset.UtcNow, "a")));

        Assert.Equal((slug, slug, slug), (session.ClientReferenceId, session.Metadata["campaign"], session.Metadata["designation"]));
        Assert.Equal($"petition/{slug}", session.Metadata["from"]);
    }

    private GivingSite Site => new(_file);

    private Gift Gift() => SampleGift.Of(Site, PublishedCampaign.Slug);

    private SessionCreateOptions Of(Gift gift, Attempt attempt) => SessionParameters.Of(gift, Site, RunningFunctions.Site, attempt);
}
