using System.Net;
using Advocacy.TestKit.Stripe;
using Stripe.Checkout;
using Xunit;

namespace Advocacy.Tests.Preview.StripeEmulator;

public sealed class CheckoutPageTests : RunningStripeEmulator, IDisposable
{
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    [Fact]
    public async Task ShowsThatItIsAStandInAndWhatIsPaid()
    {
        var session = await CreateAsync(Gift());

        var page = await _browser.GetStringAsync(session.Url);

        var text = WebUtility.HtmlDecode(page);
        Assert.Contains("This is a stand-in for Stripe’s page on this machine. No card is charged.", text, StringComparison.Ordinal);
        Assert.Contains("<button>Donate $50</button>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/donate/\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es-419", "en", "<html lang=\"es\">", "<button>Donar $50</button>")]
    [InlineData("auto", "de, es-MX;q=0.8, en;q=0.5", "<html lang=\"es\">", "<button>Donar $50</button>")]
    [InlineData("fr", "es", "<html lang=\"en\">", "<button>Donate $50</button>")]
    [InlineData(null, "../../x", "<html lang=\"en\">", "<button>Donate $50</button>")]
    public async Task IsInTheLocaleOfItsSession(string? locale, string reader, params string[] words)
    {
        var options = Gift();
        options.Locale = locale;
        using var request = new HttpRequestMessage(HttpMethod.Get, (await CreateAsync(options)).Url);
        request.Headers.TryAddWithoutValidation("Accept-Language", reader);

        using var answer = await _browser.SendAsync(request);

        var page = await answer.Content.ReadAsStringAsync();
        Assert.All(words, word => Assert.Contains(word, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task LeadsBackWithTheSessionOncePaid()
    {
        var session = await CreateAsync(Gift());

        using var answer = await SubmitAsync(session, "4242 4242 4242 4242");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"https://example.org/donate/thanks/?session={session.Id}", answer.Headers.Location?.OriginalString);
        Assert.Equal("donor@example.org", (await Stripe.V1.Checkout.Sessions.GetAsync(session.Id)).CustomerDetails.Email);
    }

    [Fact]
    public async Task StaysWithTheRefusalOfADeclinedCard()
    {
        var session = await CreateAsync(Gift());

        using var answer = await SubmitAsync(session, "4000000000000002");

        Assert.Equal(HttpStatusCode.PaymentRequired, answer.StatusCode);
        Assert.Contains("Your card was declined. Try another card.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("open", (await Stripe.V1.Checkout.Sessions.GetAsync(session.Id)).Status);
        using var second = await SubmitAsync(session, "4242424242424242");
        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
    }

    [Fact]
    public async Task TakesNoRealCard()
    {
        var session = await CreateAsync(Gift());

        using var answer = await SubmitAsync(session, "5555 5555 5555 4444");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            "Enter one of the two test cards: 4242 4242 4242 4242 or 4000 0000 0000 0002. Never enter a real one.",
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CannotBePaidTwice()
    {
        var session = await CreateAsync(Gift());
        using var first = await SubmitAsync(session, "4242424242424242");

        using var second = await SubmitAsync(session, "4242424242424242");

        Assert.Contains("This checkout is complete", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(Emulator.All("payment_intent"));
    }

    [Fact]
    public async Task IsNotSubmittedFromAnotherSite()
    {
        var session = await CreateAsync(Gift());

        using var answer = await SubmitAsync(session, "4242424242424242", origin: "https://evil.example");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("open", (await Stripe.V1.Checkout.Sessions.GetAsync(session.Id)).Status);
    }

    private async Task<HttpResponseMessage> SubmitAsync(Session session, string card, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Emulator.Address}/c/pay/{session.Id}");
        request.Content = new FormUrlEncodedContent(
            [new("email", "donor@example.org"), new("name", "Dana"), new("means", "card"), new("card", card)]);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await _browser.SendAsync(request);
    }

    public void Dispose() => _browser.Dispose();
}
