using System.Net;
using Advocacy.Functions.Ledger;
using Advocacy.TestKit.Functions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Advocacy.Tests.Functions.Donations;

[Collection(PublishedCampaignGroup.Name)]
public sealed class CreateDonationTests(PublishedCampaign published)
{
    [Fact]
    public async Task GiftFromTheRenderedFormIsPaidAndRaisesTheTotal()
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        var page = new HtmlParser().ParseDocument(published.Site.Read("donate/index.html"));
        var form = (IHtmlFormElement)page.QuerySelector("form[data-gift]")!;
        ((IHtmlInputElement)form.QuerySelector("[name=amount][value='50']")!).IsChecked = true;

        using var answer = await functions.PostAsync(form.GetAttribute("action")!, [.. Fields(form)]);
        functions.Stripe.Pay(RunningFunctions.SessionOf(answer));
        await functions.UntilRaisedAsync(5000);

        Assert.Equal(1, (long)(await functions.TotalsAsync())["gifts"]!);
    }

    [Fact]
    public async Task SingleGiftIsASessionThatSaysAllStripeNeeds()
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var answer = await functions.GiveAsync(
            ("campaign", PublishedCampaign.Slug),
            ("amount", "50"),
            ("cover_fee", "yes"),
            ("designation", "petitions"),
            ("tribute", "honor"),
            ("tribute_name", "Ana"),
            ("from", "ferry"),
            ("language", "en"));

        var session = functions.Stripe.Find(RunningFunctions.SessionOf(answer))!;
        Assert.Equal(
            """
            {"advocacy":"1","campaign":"givingtuesday","interval":"once","language":"en","base_amount":"5000",
            "designation":"petitions","from":"ferry","tribute":"honor","tribute_name":"Ana"}
            """.ReplaceLineEndings(""),
            session["metadata"]!.ToJsonString());
        Assert.Equal(
            ("payment", "donate", "usd", 5143L),
            ((string)session["mode"]!, (string)session["submit_type"]!, (string)session["currency"]!, (long)session["amount_total"]!));
        Assert.Equal("https://www.example.test/donate/thanks/?session={CHECKOUT_SESSION_ID}", (string)session["success_url"]!);
        Assert.Equal(
            "https://www.example.test/api/donations?cancelled&language=en&campaign=givingtuesday&amount=50&frequency=once"
            + "&cover_fee=yes&designation=petitions&tribute=honor&from=ferry",
            (string)session["cancel_url"]!);
        Assert.Equal(
            "Test Rights Inc., EIN 00-0000000. No goods or services were provided in exchange for this gift. "
            + "Please keep this receipt for your tax records.",
            (string)session["invoice_creation"]!["invoice_data"]!["footer"]!);
        Assert.Equal("givingtuesday", (string)session["client_reference_id"]!);
        Assert.Equal("en", (string)session["locale"]!);
        Assert.False((bool)session["adaptive_pricing"]!["enabled"]!);
        Assert.InRange((long)session["expires_at"]! - (long)session["created"]!, 3500, 3700);
    }

    [Fact]
    public async Task MonthlyGiftIsASubscriptionInTheDonorsLanguage()
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var answer = await functions.GiveAsync(("amount", "25"), ("frequency", "monthly"), ("language", "es"));
        var id = RunningFunctions.SessionOf(answer);
        functions.Stripe.Pay(id);
        await functions.UntilRaisedAsync(2500);

        var session = functions.Stripe.Find(id)!;
        var pledge = functions.Stripe.Find((string)session["subscription"]!)!;
        Assert.Equal(("subscription", "es-419"), ((string)session["mode"]!, (string)session["locale"]!));
        Assert.False((bool)session["adaptive_pricing"]!["enabled"]!);
        Assert.Equal("monthly", (string)pledge["metadata"]!["interval"]!);
        var invoice = Assert.Single(functions.Stripe.All("invoice"));
        Assert.Equal(
            "Test Rights Inc., EIN 00-0000000. No se proporcionaron bienes ni servicios a cambio de esta donación. "
            + "Conserve este recibo para su declaración de impuestos.",
            (string)invoice["footer"]!);
    }

    [Theory]
    [InlineData("https://www.example.test/donate/?amount=50&from=ferry", "ferry")]
    [InlineData("https://www.example.test/donate/?from=nowhere", null)]
    [InlineData("https://elsewhere.test/donate/?from=ferry", null)]
    [InlineData("about:blank", null)]
    public async Task GiftWithoutScriptSaysWhereTheDonorCameFromToo(string referrer, string? from)
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        var form = RunningFunctions.Form("/api/donations", ("amount", "50"), ("from", ""));
        form.Headers.Referrer = new Uri(referrer);

        using var answer = await functions.SendAsync(form);

        Assert.Equal(from, (string?)functions.Stripe.Find(RunningFunctions.SessionOf(answer))!["metadata"]!["from"]);
    }

    [Fact]
    public async Task DonorWhoTurnsBackIsShownTheFormAsItWas()
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        using var given = await functions.GiveAsync(
            ("amount", "other"), ("other_amount", "12.5"), ("frequency", "monthly"), ("tribute", "memory"), ("tribute_name", "Ana"));
        var back = new Uri((string)functions.Stripe.Find(RunningFunctions.SessionOf(given))!["cancel_url"]!);

        using var answer = await functions.GetAsync(back.PathAndQuery);

        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.OK, "no-store"), (answer.StatusCode, answer.Headers.CacheControl?.ToString()));
        Assert.StartsWith("You came back before paying.", page.QuerySelector("#cancelled")?.TextContent.Trim(), StringComparison.Ordinal);
        var chosen = page.QuerySelectorAll("input[type=radio][checked]").Select(radio => radio.GetAttribute("value"));
        Assert.Equal(["monthly", "other"], chosen);
        Assert.Equal("12.50", page.QuerySelector("#other-amount")?.GetAttribute("value"));
        Assert.Equal("memory", page.QuerySelector("#tribute option[selected]")?.GetAttribute("value"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.DoesNotContain("Ana", back.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoubleClickIsOneSession()
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        var attempt = $"{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}-0123456789abcdef";

        using var first = await functions.GiveAsync(("amount", "50"), ("attempt", attempt));
        await Task.Delay(1100);
        using var second = await functions.GiveAsync(("amount", "50"), ("attempt", attempt));
        using var changed = await functions.GiveAsync(("amount", "25"), ("attempt", attempt));

        Assert.Equal(RunningFunctions.SessionOf(first), RunningFunctions.SessionOf(second));
        Assert.NotEqual(RunningFunctions.SessionOf(first), RunningFunctions.SessionOf(changed));
    }

    [Fact]
    public async Task TwoDonorsWhoGiveTheSameHaveTwoSessions()
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var first = await functions.GiveAsync(("amount", "50"));
        using var second = await functions.GiveAsync(("amount", "50"));

        Assert.NotEqual(RunningFunctions.SessionOf(first), RunningFunctions.SessionOf(second));
    }

    /// <summary>The site has a press release and a petition of one name.</summary>
    [Theory]
    [InlineData("ferry", "ferry")]
    [InlineData("petition/ferry", "petition/ferry")]
    [InlineData("petitions/ferry", null)]
    [InlineData("petition/", null)]
    [InlineData("petition/nowhere", null)]
    [InlineData("../../etc", null)]
    public async Task GiftIsRecordedWithThePageThatItsDonorCameFrom(string from, string? source)
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        using var answer = await functions.GiveAsync(("campaign", PublishedCampaign.Slug), ("amount", "50"), ("from", from));
        var session = RunningFunctions.SessionOf(answer);
        Assert.Equal(source, (string?)functions.Stripe.Find(session)!["metadata"]!["from"]);

        functions.Stripe.Pay(session);
        await functions.UntilRaisedAsync(5000);

        var payment = (string)functions.Stripe.Find(session)!["payment_intent"]!;
        var gift = await functions.Services.GetRequiredService<ILedger>().FindAsync(payment, CancellationToken.None);
        Assert.Equal(source, gift!.Settled!.Source);
    }

    private static IEnumerable<(string, string)> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.QuerySelectorAll("input, select"))
        {
            if (element is IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false })
                continue;
            if (element is IHtmlInputElement input)
                yield return (input.Name!, input.Value);
            else if (element is IHtmlSelectElement select)
                yield return (select.Name!, select.Value ?? "");
        }
    }
}
