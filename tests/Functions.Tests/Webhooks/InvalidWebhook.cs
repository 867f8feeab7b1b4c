using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Advocacy.Functions.Ledger;
using Advocacy.TestKit.Ledger;
using Advocacy.TestKit.Stripe;
using Stripe;
using Xunit;

namespace Advocacy.Tests.Functions.Webhooks;

/// <summary>
/// Rightly signed, but with a body, an event or a session that is invalid. For signatures see <see cref="StripeSignatureTests"/>.
/// </summary>
public sealed class InvalidWebhook : IAsyncLifetime
{
    private static readonly string _paid = StripeEvents.Event("checkout.session.completed", StripeEvents.Session()).ToJsonString();

    private WebhookHost _host = null!;

    public async Task InitializeAsync() => _host = await WebhookHost.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("\"event\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"object":"event"}""")]
    [InlineData("""{"object":"event","id":5,"type":"invoice.paid"}""")]
    [InlineData("""{"object":["event"],"id":"evt_1","type":"invoice.paid"}""")]
    [InlineData("""{"object":"event","id":"evt_1\nforged line","type":"invoice.paid"}""")]
    [InlineData("""{"object":"v3.event","id":"evt_1","type":"invoice.paid"}""")]
    public async Task SignedNonsenseIsRejected(string body)
    {
        Assert.Equal("400 The body is signed, and no event that we can read.", await _host.SendAsync(body, Signature(body)));

        await NothingIsRecordedAndTheNextIsTakenAsync();
    }

    [Fact]
    public async Task ArrayOfEventsIsRejected() => await SignedNonsenseIsRejected($"[{_paid}]");

    [Fact]
    public async Task DeepNestIsRejected() => await SignedNonsenseIsRejected(string.Concat(Enumerable.Repeat("{\"a\":", 10_000)));

    [Fact]
    public async Task BytesThatAreNoTextAreRejected()
    {
        // Signed as the bytes they are, so that only their being no text is wrong.
        byte[] body = [.. Encoding.UTF8.GetBytes("{\"object\":\"event\",\"id\":\"evt_"), 0xFF, .. Encoding.UTF8.GetBytes("\"}")];
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{time}."), .. body];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(WebhookHost.Secret), signed));

        Assert.Equal("400 The body is signed, and no event that we can read.", await _host.SendAsync(body, $"t={time},v1={signature}"));

        await NothingIsRecordedAndTheNextIsTakenAsync();
    }

    [Theory]
    [InlineData(600_000, true, false)]
    [InlineData(600_000, true, true)]
    [InlineData(12_000_000, true, false)]
    [InlineData(12_000_000, false, true)]
    [InlineData(40_000_000, false, false)]
    [InlineData(40_000_000, true, true)]
    public async Task LargeBodyIsTooLarge(int bytes, bool isSigned, bool isChunked)
    {
        var body = _paid + new string(' ', bytes);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_host.Address, "/api/stripe/webhook"))
        {
            Content = new StringContent(body),
        };
        request.Headers.TransferEncodingChunked = isChunked;
        if (isSigned) request.Headers.TryAddWithoutValidation("Stripe-Signature", Signature(body));

        using var answer = await _host.Http.SendAsync(request);

        Assert.Equal("413 The body is too large.", $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        await NothingIsRecordedAndTheNextIsTakenAsync();
    }

    public static TheoryData<string, string, JsonNode?> Changes => new()
    {
        {
            "400 Refused: it is live, and our key is not; set the live key, or take this address out of the live webhooks.",
            "livemode", true
        },
        { "400 Refused: it says checkout.session.completed and does not name what it is about.", "data", null },
        {
            "400 Refused: it says checkout.session.completed and does not name what it is about.",
            "data", new JsonObject { ["object"] = new JsonObject { ["id"] = "cs/../../v1/refunds/re_1", ["object"] = "checkout.session" } }
        },
        { "200 Ignored: it moves no money of ours.", "type", "flying_saucer.landed" },
        { "200 Ignored: it moves no money of ours.", "type", "checkout.session.expired" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task SignedEventThatIsNotForUsIsAnsweredClearly(string answer, string field, JsonNode? value)
    {
        var stripeEvent = StripeEvents.Event("checkout.session.completed", StripeEvents.Session());
        stripeEvent[field] = value?.DeepClone();

        Assert.Equal(answer, await _host.SendAsync(stripeEvent));

        await NothingIsRecordedAndTheNextIsTakenAsync();
    }

    public static TheoryData<string, string, JsonNode?> Sessions => new()
    {
        { "400 Refused: its session names no payment.", "payment_intent", null },
        { "400 Refused: its session names no payment.", "payment_intent", "pi/../1" },
        { "400 Refused: its session has no amount.", "amount_total", null },
        { "400 Refused: its session has no amount.", "amount_total", 0 },
        { "400 Refused: its session has no amount.", "amount_total", -5 },
        { "400 Refused: its session has no amount.", "amount_total", long.MaxValue },
        { "400 Refused: its session has no amount.", "currency", "dollars" },
        { "503 Not stored; send it again.", "amount_total", "many" },
        { "200 Ignored: it is no payment.", "mode", "setup" },
        { "200 Ignored: it belongs to another program on the same account.", "metadata", null },
    };

    [Theory]
    [MemberData(nameof(Sessions))]
    public async Task SessionThatMakesNoSenseIsNotRecorded(string answer, string field, JsonNode? value)
    {
        var session = StripeEvents.Session();
        session[field] = value?.DeepClone();

        Assert.Equal(answer, await _host.SendAsync(StripeEvents.Event("checkout.session.completed", session)));

        await NothingIsRecordedAndTheNextIsTakenAsync();
    }

    [Fact]
    public async Task TestEventsDoNotCountOnceTheKeyIsLive()
    {
        await using var live = await WebhookHost.StartAsync(livemode: true);

        Assert.Equal("200 Ignored: it is a test, and our key is live.", await live.SendAsync(_paid, Signature(_paid)));
        Assert.Empty(await live.GiftsAsync());
        var liveEvent = StripeEvents.Event("checkout.session.completed", StripeEvents.Session(), livemode: true);
        Assert.Equal("200 Recorded.", await live.SendAsync(liveEvent));
    }

    private async Task NothingIsRecordedAndTheNextIsTakenAsync()
    {
        Assert.Empty(await _host.GiftsAsync());
        var next = StripeEvents.Event("checkout.session.completed", StripeEvents.Session("pi_next"));
        Assert.Equal("200 Recorded.", await _host.SendAsync(next));
        Assert.Equal(new Totals(Given.Campaign, "usd", 5000, 1, 0), await _host.TotalsAsync());
    }

    private static string Signature(string body) => EventUtility.GenerateSignatureHeader(body, WebhookHost.Secret);
}
