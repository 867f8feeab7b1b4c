using System.Net;
using Advocacy.TestKit.Functions;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Functions.Donations;

/// <summary>Validation of the donation form, and the page that it comes back on.</summary>
[Collection(PublishedCampaignGroup.Name)]
public sealed class InvalidFormTests(PublishedCampaign published)
{
    private const string Digits = "Write the amount in digits, such as 50 or 12.50.";
    private const string Small = "The smallest gift we can take online is $5; choose that or more.";
    private const string Large = "The largest gift we can take online is $25,000; for more, use one of the other ways to give.";

    [Theory]
    [InlineData("", "Choose an amount.")]
    [InlineData("amount=", "Choose an amount.")]
    [InlineData("amount=other", "Write the amount that you want to give.")]
    [InlineData("amount=other&other_amount=0", Small)]
    [InlineData("amount=other&other_amount=-5", Digits)]
    [InlineData("amount=other&other_amount=1e9", Digits)]
    [InlineData("amount=other&other_amount=12,50", Digits)]
    [InlineData("amount=other&other_amount=5.001", Digits)]
    [InlineData("amount=other&other_amount=NaN", Digits)]
    [InlineData("amount=other&other_amount=٥٠", Digits)]
    [InlineData("amount=other&other_amount=$50", Digits)]
    [InlineData("amount=other&other_amount=4.99", Small)]
    [InlineData("amount=other&other_amount=25000.01", Large)]
    [InlineData("amount=other&other_amount=99999999999999999999", Large)]
    [InlineData(
        "amount=50&other_amount=75",
        "You chose an amount and wrote one, too. Choose “Another amount” to give what you wrote, or clear it.")]
    [InlineData("amount=50&amount=5", Digits)]
    [InlineData("amount=50&frequency=weekly", "Choose whether to give once or monthly.")]
    [InlineData("amount=50&cover_fee=perhaps", "Choose again whether to cover the fee.")]
    [InlineData("amount=50&designation=yacht", "Choose from the list what the gift is for.")]
    [InlineData("amount=50&tribute=honor", "Write the name of the person, or choose neither.")]
    [InlineData("amount=50&tribute_name=Ana", "Choose whether the gift honors or remembers this person, or clear the name.")]
    [InlineData("amount=50&tribute=spite&tribute_name=Ana", "Choose in honor of, in memory of, or neither.")]
    [InlineData(
        "amount=50&campaign=nowhere",
        "The campaign of that form is not open. This form is for the one that is; please check it and press the button again.")]
    [InlineData("amount=50&website=https://spam.example", "Please check the form and press the button once more.")]
    public async Task ComesBackWithOneSentence(string sent, string sentence)
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        var pairs = sent.Split('&', StringSplitOptions.RemoveEmptyEntries);
        var fields = pairs.Select(pair => (pair[..pair.IndexOf('=')], pair[(pair.IndexOf('=') + 1)..]));

        using var answer = await functions.GiveAsync([.. fields]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([sentence], await SentencesAsync(answer));
        Assert.Empty(functions.Stripe.All("checkout.session"));
    }

    [Fact]
    public async Task SaysEveryProblemInTheOrderOfTheFormAndKeepsTheEntries()
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var answer = await functions.GiveAsync(
            ("amount", "other"),
            ("other_amount", "five"),
            ("frequency", "monthly"),
            ("designation", "petitions"),
            ("tribute", "memory"),
            ("tribute_name", new string('x', 101)),
            ("from", "ferry"));

        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        Assert.Equal([Digits, "Shorten the name to 100 characters."], await SentencesAsync(answer));
        Assert.Contains("Nothing was charged.", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("five", page.QuerySelector("[name=other_amount]")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("[name=frequency][value=monthly][checked]"));
        Assert.NotNull(page.QuerySelector("[name=tribute] [value=memory][selected]"));
        Assert.Equal("ferry", page.QuerySelector("[name=from]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task SpeaksTheDonorsLanguage()
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var answer = await functions.GiveAsync(("amount", "other"), ("other_amount", "1"), ("language", "es"));

        Assert.Equal(["La donación mínima en línea es de $5; elija esa cantidad o una mayor."], await SentencesAsync(answer));
    }

    [Fact]
    public async Task ShowsNoMarkupAndNoHiddenCharacterOfADonor()
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var answer = await functions.GiveAsync(
            ("amount", "other"),
            ("other_amount", "\"><script>alert(1)</script>"),
            ("tribute", "honor"),
            ("tribute_name", "Ana\r\nSet-Cookie: a=b\u202Egnp.exe\u0001\u2066"));

        var html = await answer.Content.ReadAsStringAsync();
        var page = await new HtmlParser().ParseDocumentAsync(html);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Equal("\"><script>alert(1)</script>", page.QuerySelector("[name=other_amount]")!.GetAttribute("value"));
        Assert.Equal("Ana Set-Cookie: a=bgnp.exe", page.QuerySelector("[name=tribute_name]")!.GetAttribute("value"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static async Task<string[]> SentencesAsync(HttpResponseMessage answer)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        return [.. page.QuerySelectorAll(".error-summary li").Select(item => item.TextContent.Trim())];
    }
}
