using Xunit;

namespace Advocacy.Tests.Generator.Loading;

public sealed class InvalidSettings : SiteWithOneMistake
{
    [Theory]
    [InlineData("Email: info@example.test", "Email: press", "17: Email \"press\" is not an e-mail address; write it as info@example.org.")]
    [InlineData(
        "Email: info@example.test",
        "Email: info@example",
        "17: Email \"info@example\" is not an e-mail address; write it as info@example.org.")]
    [InlineData(
        "AccessibleFormatsEmail: access@example.test",
        "AccessibleFormatsEmail: Access desk <access@example.test>",
        "18: AccessibleFormatsEmail \"Access desk <access@example.test>\" is not an e-mail address; write it as info@example.org.")]
    [InlineData(
        "SecurityEmail: security@example.test",
        "SecurityEmail: mailto:security@example.test",
        "19: SecurityEmail \"mailto:security@example.test\" is not an e-mail address; write it as info@example.org.")]
    [InlineData(
        "Email: press@example.test",
        "Email: press@desk@example.test",
        "23: Email \"press@desk@example.test\" is not an e-mail address; write it as info@example.org.")]
    [InlineData(
        "Email: press@example.test",
        "Email: press@example.test\n    Phone: abc",
        "24: Phone \"abc\" is not a telephone number; write it as +1 202 555 0100, or as +1 202 555 0100 ext. 12.")]
    [InlineData(
        "Email: info",
        "Phone: +1 202 555 010O\nEmail: info",
        "17: Phone \"+1 202 555 010O\" is not a telephone number; write it as +1 202 555 0100, or as +1 202 555 0100 ext. 12.")]
    [InlineData(
        "Navigation:\n  - Text: Press releases\n    Link: /press-releases/",
        "Navigation: []",
        "24: Navigation is empty; write at least one below it, on a line that begins with \"- \".")]
    public Task FieldOfTheSiteIsRefused(string old, string with, string problem) =>
        IsOneProblem(() => Site.Replace("site.yml", old, with), $"input/site.yml:{problem}");

    [Theory]
    [InlineData(
        "Topics:\n",
        "  - {Slug: asylum, Title: Refuge}\n",
        "27: the topic \"asylum\" is here twice; give one of them another Slug.")]
    [InlineData(
        "Contacts:\n",
        "  - {Key: press, Name: Another desk, Email: desk@example.org}\n",
        "20: the contact \"press\" is here twice; give one of them another Key.")]
    public Task NamesOfTheSiteAreThereOnce(string list, string again, string problem) =>
        IsOneProblem(() => Site.Replace("site.yml", list, list + again), $"input/site.yml:{problem}");

    [Theory]
    [InlineData("asilo", "the topic \"asilo\" is not in site.yml; add it there under Topics.")]
    [InlineData("asylums", "the topic \"asylums\" is not in site.yml; did you mean asylum.")]
    [InlineData("asylum", "the topic \"asylum\" is here twice; give one of them another Slug.")]
    public Task TranslatedTopicsAreThoseOfTheSite(string slug, string problem) => IsOneProblem(
        () =>
        {
            Site.SpeakSpanish();
            Site.AddText("site.es.yml", $"  - {{Slug: {slug}, Title: Otro}}\n");
        },
        $"input/site.es.yml:6: {problem}");

    [Theory]
    [InlineData("../../../../escaped", "has other characters than a to z, 0 to 9 and -; write it as escaped.")]
    [InlineData("Vivienda Digna", "has other characters than a to z, 0 to 9 and -; write it as vivienda-digna.")]
    [InlineData(".", "has other characters than a to z, 0 to 9 and -; write another, such as fair-hearings.")]
    [InlineData("-housing", "begins or ends with a hyphen; write it as housing.")]
    public Task TopicsHaveSlugsThatAnAddressCanHave(string slug, string problem) => IsOneProblem(
        () => Site.Replace("site.yml", "Topics:\n", $"Topics:\n  - {{Slug: \"{slug}\", Title: Another}}\n"),
        $"input/site.yml:28: Slug \"{slug}\" {problem}");

    /// <summary>What a payment page shows stands there as written: Stripe takes 250 characters with the words around a name.</summary>
    [Theory]
    [InlineData("Name: Test Rights\nLegalName: Test Rights Inc.", "LegalName: Short\nName: ", 2)]
    [InlineData("LegalName: Test Rights Inc.", "LegalName: ", 2)]
    [InlineData("Title: Where it is needed most", "Title: ", 39)]
    public async Task TextOfThePaymentPageHasRoom(string text, string field, int line)
    {
        Site.TakeGifts();
        Site.Replace("site.yml", text, field + new string('x', 200));
        Assert.Empty(await Site.ProblemsAsync());

        Site.Replace("site.yml", new string('x', 200), new string('x', 201));

        var name = field.Split('\n')[^1].TrimEnd(':', ' ');
        await IsOneProblem(
            () => { }, $"input/site.yml:{line}: {name} has 201 characters, and a payment page has room for 200; shorten it.");
    }

    [Fact]
    public Task LongNameInAnotherLanguageIsRefused() => IsOneProblem(
        () =>
        {
            Site.TakeGifts();
            Site.SpeakSpanish();
            Site.AddText("site.es.yml", $"Name: {new string('x', 201)}\n");
        },
        "input/site.es.yml:8: Name has 201 characters, and a payment page has room for 200; shorten it.");

    [Theory]
    [InlineData("Link: /press-release/", "there is no page /press-release/; did you mean /press-releases/.")]
    [InlineData("Link: /petitions/ferry/#asks", "/petitions/ferry/ has no place \"#asks\"; take out \"#asks\".")]
    [InlineData(
        "Link: petitions/ferry/index.md",
        "the link \"petitions/ferry/index.md\" would not be the same on every page; write /petitions/ferry/.")]
    [InlineData("Link: \"#main\"", "the link \"#main\" would not be the same on every page; write /#main.")]
    public Task LinkOfTheNavigationIsRefused(string link, string problem) =>
        IsOneProblem(() => Site.Replace("site.yml", "Link: /press-releases/", link), $"input/site.yml:26: {problem}");

    [Theory]
    [InlineData("/old/", "/neu/", "30: there is no page /neu/; correct the address.")]
    [InlineData("/petitions/", "/", "29: the old address /petitions/ is that of a page; take it out.")]
    public Task RedirectOfTheSiteIsRefused(string from, string to, string problem) => IsOneProblem(
        () => Site.Replace("site.yml", "Topics:", $"PageSize: 20\nRedirects:\n  - From: {from}\n    To: {to}\nTopics:"),
        $"input/site.yml:{problem}");

    [Fact]
    public Task LanguageThatIsNoneIsRefused() => IsOneProblem(
        () => Site.Replace("site.yml", "Languages: [en, es]", "Languages: [en, Spanish]"),
        "input/site.yml:9: \"Spanish\" is not the tag of a language; write it as es, or es-MX.");

    [Fact]
    public Task FieldsThatNobodyWouldReadAreRefused() => IsOneProblem(
        () => Site.Replace("site.yml", "Email: info", "---\nEmail: info"),
        "input/site.yml:17: the fields end here; take this line out.");
}
