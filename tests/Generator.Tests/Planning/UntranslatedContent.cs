using Advocacy.Generator;
using Advocacy.TestKit;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Generator.Planning;

/// <summary>
/// What is not translated stands among the words of another language, and a screen reader must hear it as what it is (WCAG 3.1.2).
/// </summary>
public sealed class UntranslatedContent : IDisposable
{
    private readonly SiteFolder _site = new();

    public UntranslatedContent() => _site.SpeakSpanish();

    [Fact]
    public async Task ACampaignThatIsNotTranslatedHasOnePageAndABannerThatLeadsToTheReadersOwn()
    {
        GiveInBothLanguages();
        var spring = SiteFolder.Spring.Replace("Before: {Banner:", "Before: {Link: /donate/, Banner:", StringComparison.Ordinal);
        _site.Write("campaigns/spring.yml", spring);

        var result = await _site.BuildAsync("2026-03-20T00:00:00Z");

        Assert.Empty(result.Problems);
        Assert.Equal(
            [
                "warning: input/campaigns/general.yml is not in es, whose readers it asks in en; put general.es.yml beside it.",
                "warning: input/campaigns/spring.yml is not in es, whose readers it asks in en; put spring.es.yml beside it.",
            ],
            Warnings(result));
        Assert.False(_site.Has("es/campaigns/spring/index.html"));
        Assert.Empty(Page("/campaigns/spring/").QuerySelectorAll("link[hreflang], .languages"));
        Assert.DoesNotContain("/es/campaigns/", _site.Read("sitemap.xml"), StringComparison.Ordinal);
        var banner = Page("/es/").QuerySelector(".banner p:not([hidden])")!;
        Assert.Equal(("Spring is near Give early", "en"), (banner.TextContent.Trim(), Language(banner)));
        Assert.Equal("/es/donate/", banner.QuerySelector("a")?.GetAttribute("href"));
        Assert.Equal("/donate/", Page("/").QuerySelector(".banner a")?.GetAttribute("href"));
        var form = Page("/es/donate/");
        Assert.Equal("Su donación cuenta para Spring", form.QuerySelector(".page-label")!.TextContent.Trim());
        Assert.Equal("en", Language(form.QuerySelector(".page-label span")!));
        Assert.Equal(["en", "en"], form.QuerySelectorAll(".choice-text").Select(Language));
        Assert.Equal(["/campaigns/spring/"], Index("/es/").PagesWith("spring"));
    }

    [Fact]
    public async Task AnOriginalInAnotherLanguageStandsInTheEditionOfThatLanguage()
    {
        _site.Write("press-releases/cebra.md", """
            ---
            Language: es
            Title: La cebra vuelve
            Description: Vuelve a navegar.
            Dateline: CHICAGO
            Published: 2026-03-04T09:00
            Tags: [asylum]
            ---
            Un texto.

            """);
        _site.Write("pages/acerca.md", "---\nLanguage: es-MX\nTitle: Acerca de jirafas\nDescription: Una página.\n---\nUn texto.\n");

        Assert.Empty(await _site.ProblemsAsync());

        var page = Page("/press-releases/cebra/");
        Assert.Equal("es", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["Comunicados", "Buscar"], page.QuerySelectorAll(".site-nav a").Select(a => a.TextContent));
        Assert.Equal(
            ["/es/", "/es/press-releases/", "/press-releases/cebra/"],
            page.QuerySelectorAll(".breadcrumbs a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Asilo", page.QuerySelector(".topics a")?.TextContent);
        Assert.Contains("Test Rights es un nombre en una prueba.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("body [lang], link[hreflang]"));
        Assert.Null(LinkInList("/es/press-releases/").GetAttribute("lang"));
        Assert.Equal("es", Language(LinkInList("/press-releases/")));
        Assert.Contains("label=\"Asilo\"", _site.Read("es/feed.atom"), StringComparison.Ordinal);
        Assert.Equal(["/press-releases/cebra/"], Index("/es/").PagesWith("cebras"));
        Assert.Equal(["/press-releases/cebra/"], Index("/").PagesWith("cebra"));
        var regional = Page("/acerca/");
        Assert.Equal(("es", "es-MX"), (regional.DocumentElement.GetAttribute("lang"), Language(regional.QuerySelector("h1")!)));
        Assert.Equal(["/acerca/"], Index("/").PagesWith("jirafas"));

        IElement LinkInList(string list) =>
            Page(list).QuerySelectorAll(".card a").Single(a => a.GetAttribute("href") == "/press-releases/cebra/");
    }

    [Fact]
    public async Task WhatAPetitionThatIsNotTranslatedSaysOnATranslatedReleaseIsMarked()
    {
        _site.Write("petitions/ferry/letter.txt", "A letter.");
        _site.Replace(SiteFolder.Petition, "    To: the Commission\n", "    To: the Commission\n    File: letter.txt\n");
        _site.Add(SiteFolder.Release, "Petitions: [ferry]");
        _site.Write("press-releases/ferry/index.es.md", "---\nTitle: El transbordador navega\nDescription: Navega.\n---\nUn texto.\n");

        Assert.Empty(await _site.ProblemsAsync());

        var page = Page("/es/press-releases/ferry/");
        var (link, note) = (page.QuerySelector(".document a")!, page.QuerySelector(".card-note")!);
        Assert.Equal(("en", "en", "es"), (Language(link), Language(note.QuerySelector("span")!), Language(note)));
        Assert.Equal(("The petition", "Presentada ante: The Commission"), (link.TextContent, note.TextContent));
        Assert.Equal("En inglés", page.QuerySelector(".document .facts li:nth-child(2)")?.TextContent);
    }

    [Fact]
    public async Task TheReasonOfAWithdrawalIsInTheOriginalsLanguageUntilItIsTranslated()
    {
        _site.Add(SiteFolder.Release, "Withdrawn: {Date: 2026-04-01, Reason: The figures were wrong.}");
        _site.Write("press-releases/ferry/index.es.md", "---\nTitle: El transbordador navega\nDescription: Navega.\n---\nUn texto.\n");

        Assert.Empty(await _site.ProblemsAsync());
        var reason = Assert.Single(Page("/es/press-releases/ferry/").QuerySelectorAll(".notice span"));
        Assert.Equal(("The figures were wrong.", "en"), (reason.TextContent, Language(reason)));

        _site.Add("press-releases/ferry/index.es.md", "Withdrawn: {Date: 2026-04-01, Reason: Las cifras eran erróneas.}");

        Assert.Empty(await _site.ProblemsAsync());
        Assert.Equal("es", Language(Page("/es/press-releases/ferry/").QuerySelector(".notice p")!));
        Assert.Empty(Page("/es/press-releases/ferry/").QuerySelectorAll(".notice span"));
    }

    [Fact]
    public async Task APageInALanguageWithoutAnEditionHasTheFrameOfTheMainLanguage()
    {
        _site.Write("press-releases/zebre.md", """
            ---
            Language: fr
            Title: Le zèbre revient
            Subheading: Il revient bientôt
            Description: Il navigue.
            Dateline: Chicago
            Published: 2026-03-04T09:00
            Quotations:
              - {Id: a, Words: Oui, Speaker: A person}
              - {Id: b, Words: "Yes", Speaker: A person, Language: en}
            Corrections:
              - {Date: 2026-03-05, Text: Une faute.}
            ---
            Un texte.

            :::quotation a
            :::

            """);

        Assert.Empty(await _site.ProblemsAsync());

        var page = Page("/press-releases/zebre/");
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        var inFrench = page.QuerySelectorAll("main *")
            .Where(e => Language(e) == "fr" && e.ChildElementCount == 0)
            .Select(e => e.TextContent.Trim())
            .Where(text => text.Length > 0);
        Assert.Equal(
            ["Le zèbre revient", "Il revient bientôt", "Chicago", "Une faute.", "Un texte.", "Oui", "A person", "A person"],
            inFrench);
        Assert.Equal("en", Language(page.QuerySelector("#b blockquote p")!));
        Assert.All(page.QuerySelectorAll(".copy"), button => Assert.Equal("en", Language(button)));
        Assert.Equal("fr", Language(page.QuerySelectorAll(".breadcrumbs a")[^1]));
        Assert.Equal("fr", page.QuerySelector("title")?.GetAttribute("lang"));
    }

    [Fact]
    public async Task ADocumentThatOneLanguageAloneNamesIsAWarning()
    {
        foreach (var file in new[] { "a.txt", "b.txt" })
            _site.Write($"petitions/ferry/{file}", "A letter.");
        _site.Replace(SiteFolder.Petition, "    To: the Commission\n", "    To: the Commission\n    File: a.txt\n");
        var petition = File.ReadAllText(_site.PathOf(SiteFolder.Petition));
        _site.Write("petitions/ferry/index.es.md", petition.Replace("File: a.txt", "File: b.txt", StringComparison.Ordinal));

        var result = await _site.BuildAsync();

        Assert.Empty(result.Problems);
        Assert.Equal(
            [
                "warning: input/petitions/ferry/index.md does not name b.txt, which index.es.md names; "
                    + "name it here, too, so that readers of both languages find it.",
                "warning: input/petitions/ferry/index.es.md does not name a.txt, which index.md names; "
                    + "name it here, too, so that readers of both languages find it.",
            ],
            Warnings(result));
    }

    public void Dispose() => _site.Dispose();

    private IEnumerable<string> Warnings(BuildResult result) =>
        result.Warnings.Select(warning => warning.ToString().Replace(_site.Input, "input", StringComparison.Ordinal));

    private void GiveInBothLanguages()
    {
        _site.TakeGifts();
        foreach (var page in new[] { "donate", "donate/thanks", "donate/manage" })
            _site.Write($"pages/{page}.es.md", File.ReadAllText(_site.PathOf($"pages/{page}.md")));
    }

    private IDocument Page(string url) => new HtmlParser().ParseDocument(_site.Read($"{url[1..]}index.html"));

    private static string? Language(IElement element) => element.Closest("[lang]")?.GetAttribute("lang");

    private SearchIndexReader Index(string root) => new(root, url => File.ReadAllBytes(Path.Combine(_site.Output, url[1..])));
}
