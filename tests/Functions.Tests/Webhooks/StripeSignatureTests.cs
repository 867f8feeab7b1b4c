using System.Text;
using System.Text.Json.Nodes;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Webhooks;
using Advocacy.TestKit.Ledger;
using Advocacy.TestKit.Stripe;
using Stripe;
using Xunit;

namespace Advocacy.Tests.Functions.Webhooks;

public sealed class StripeSignatureTests : IAsyncLifetime
{
    private const string NotANumber = "The signature's time is not a number.";
    private const string NoneOfOurs = "The signature is by none of our secrets.";
    private const string NotNow = "The signature is too old, or of the future.";

    private static readonly string _paid = StripeEvents.Event("checkout.session.completed", StripeEvents.Session()).ToJsonString();

    private WebhookHost _host = null!;

    public async Task InitializeAsync() => _host = await WebhookHost.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    public static TheoryData<string, string?> Signatures => new()
    {
        { "There is no Stripe-Signature.", null },
        { NotANumber, "v1=00" },
        { NotANumber, "nonsense" },
        { NotANumber, "t=soon,v1=00" },
        { NotANumber, "t=-1,v1=00" },
        { NotANumber, "t=99999999999999999999,v1=00" },
        { NoneOfOurs, $"t={Now(0)},v1=00" },
        { NoneOfOurs, $"t={Now(0)},v1=" },
        { NoneOfOurs, $"t={Now(0)}" },
        { NoneOfOurs, Signature("whsec_wrong") },
        { NoneOfOurs, Signature(WebhookHost.Secret, _paid + " ") },
        { NoneOfOurs, Signature(WebhookHost.Secret).Replace("v1=", "v0=", StringComparison.Ordinal) },
        { NotNow, SignatureAt(Now(-3600)) },
        { NotNow, SignatureAt(Now(3600)) },
        { NotNow, SignatureAt(0) },
        { NotNow, SignatureAt(long.MaxValue) },
    };

    [Theory]
    [MemberData(nameof(Signatures))]
    public async Task InvalidSignatureIsRejected(string reason, string? signature)
    {
        Assert.Equal($"400 {reason}", await _host.SendAsync(_paid, signature));

        Assert.Contains($"Warning: A webhook was refused: {reason}", _host.Log.Lines);
        Assert.Empty(await _host.GiftsAsync());
        var next = StripeEvents.Event("checkout.session.completed", StripeEvents.Session("pi_next"));
        Assert.Equal("200 Recorded.", await _host.SendAsync(next));
        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
    }

    [Fact]
    public async Task OldSecretIsTakenDuringARotation()
    {
        _host.Stripe.Knows((JsonObject)JsonNode.Parse(_paid)!);
        // During a rotation Stripe signs by both secrets: t=TIME,v1=SIGNATURE,v1=SIGNATURE.
        var time = Now(0);
        var byOldSecret = EventUtility.GenerateSignatureHeader(_paid, WebhookHost.OldSecret, time).Split(',')[1];
        var both = $"{EventUtility.GenerateSignatureHeader(_paid, "whsec_elsewhere", time)},{byOldSecret}";

        Assert.Equal("200 Recorded.", await _host.SendAsync(_paid, both));
    }

    [Theory]
    [InlineData(-301, NotNow)]
    [InlineData(-300, null)]
    [InlineData(300, null)]
    [InlineData(301, NotNow)]
    public void SignatureHoldsForFiveMinutes(int seconds, string? problem)
    {
        var signature = SignatureAt(Given.Noon.ToUnixTimeSeconds() + seconds);

        Assert.Equal(problem, StripeSignature.Problem(signature, Encoding.UTF8.GetBytes(_paid), [WebhookHost.Secret], Given.Noon));
    }

    private static string Signature(string secret, string? body = null) => EventUtility.GenerateSignatureHeader(body ?? _paid, secret);

    private static string SignatureAt(long time) => EventUtility.GenerateSignatureHeader(_paid, WebhookHost.Secret, time);

    private static long Now(int seconds) => DateTimeOffset.UtcNow.ToUnixTimeSeconds() + seconds;
}
