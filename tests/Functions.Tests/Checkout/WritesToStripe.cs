using System.Text.RegularExpressions;
using Advocacy.Content.GivingData;
using Advocacy.Functions.Checkout;
using Advocacy.Functions.Configuration;
using Advocacy.TestKit;
using Advocacy.TestKit.Functions;
using Xunit;


namespace Advocacy.Tests.Functions.Checkout;

[Collection(GivingSites.Name)]
public sealed partial class WritesToStripe(PublishedCampaign published)
{
    private readonly GivingSite _site = new(GivingFile.Read(File.ReadAllBytes(published.GivingFile)));

    /// <summary>Stripe would otherwise carry a repeated request out twice: https://docs.stripe.com/api/idempotent_requests.</summary>
    [Fact]
    public void EachNameTheirIdempotencyKey()
    {
        var writes = Directory.EnumerateFiles(Path.Combine(SiteFolder.Repository, "functions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText).Where(text => Write().IsMatch(text)).ToArray();

        Assert.NotEmpty(writes);
        Assert.All(writes, text => Assert.Equal(Write().Count(text), IdempotencyKey().Count(text)));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(409)]
    public async Task AreTriedThreeTimesWithOneKey(int status)
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
    public async Task AreTriedOnceWhereAnotherTryWouldNotHelp(int status)
    {
        await using var stripe = await FailingStripe.StartAsync();
        stripe.Status = status;

        var attempt = Attempt.Read(null, TimeProvider.System);

        Assert.IsType<Unavailable>(await stripe.Sessions.OpenAsync(Gift(), _site, attempt, CancellationToken.None));

        Assert.Single(stripe.Keys);
    }

    [Fact]
    public async Task HaveAKeyOfTheirOwnWhereTheFormNamedNoAttempt()
    {
        await using var stripe = await FailingStripe.StartAsync();
        stripe.Status = 400;

        await stripe.Sessions.OpenAsync(Gift(), _site, Attempt.Read(null, TimeProvider.System), CancellationToken.None);
        await stripe.Sessions.OpenAsync(Gift(), _site, Attempt.Read("", TimeProvider.System), CancellationToken.None);

        Assert.All(stripe.Keys, key => Assert.Matches("^session-[0-9a-f]{64}$", key));
        Assert.Equal(2, stripe.Keys.Distinct().Count());
    }

    [Fact]
    public async Task EndWithTheDonorsRequest()
    {
        await using var stripe = await FailingStripe.StartAsync();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        Assert.IsType<Unavailable>(await stripe.Sessions.OpenAsync(Gift(), _site, Attempt.Read(null, TimeProvider.System), gone.Token));

        Assert.Empty(stripe.Keys);
    }

    private Gift Gift() => AskedGift.Of(_site);

    [GeneratedRegex(@"\bV1\.[\w.]+\.(Create|Update|Cancel|Expire|Confirm|Capture|Delete|Finalize|Pay|Close|Void|Resume)\w*Async\(")]
    private static partial Regex Write();

    [GeneratedRegex(@"\bIdempotencyKey = ")]
    private static partial Regex IdempotencyKey();
}
