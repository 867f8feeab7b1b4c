using System.Text;
using Advocacy.TestKit;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Xunit;

namespace Advocacy.Tests.Generator.Planning;

public sealed class DocumentPagesTests : IDisposable
{
    private const string Filing = """
          - Kind: original
            Title: The petition
            Date: 2026-01-05
            From: Test Rights
            To: the Commission

        """;
    private const string Letter = "petitions/ferry/letter.pdf";

    private readonly SiteFolder _site = new();

    public DocumentPagesTests()
    {
        _site.Write(Letter, SmallPdf.Write());
        _site.Replace(SiteFolder.Petition, Filing, Filing + """
              - Kind: response
                Title: The letter
                Date: 2026-02-01
                From: the Commission
                To: Test Rights
                File: letter.pdf
              - Kind: decision
                Title: The decision
                Date: 2026-03-01
                From: the Commission
                To: Test Rights
                File: decision.txt

            """);
        _site.Write("petitions/ferry/decision.txt", "It may run.");
    }

    [Fact]
    public async Task PageHasTheFactsAndLinksToTheFilingsBeforeAndAfter()
    {
        var page = await PageAsync();

        Assert.Equal("The letter", page.QuerySelector("h1")?.TextContent);
        Assert.Equal(
            [
                "Part of: Let the ferry run",
                "Date: February 1, 2026",
                "From: the Commission",
                "To: Test Rights",
                "Language: English",
                "File: PDF, 1 page, 1 KB",
            ],
            page.QuerySelectorAll(".glance dl > div").Take(6).Select(Fact));
        Assert.Equal("/petitions/ferry/ferry-letter.pdf", page.QuerySelector(".glance a.button")?.GetAttribute("href"));
        Assert.Equal("Filing 2 of 3", page.QuerySelector(".beside > p")?.TextContent);
        Assert.Equal(["The petition", "The decision"], page.QuerySelectorAll(".beside li").Select(li => li.LastElementChild?.TextContent));
        Assert.Equal("/petitions/ferry/decision/", page.QuerySelector(".beside a[rel=next]")?.GetAttribute("href"));
        Assert.Equal(
            "The letter, from the Commission to Test Rights, February 1, 2026. Test Rights. https://example.test/petitions/ferry/letter/",
            page.QuerySelector(".cite")?.TextContent);
        Assert.Equal(
            "The text of this document is not available here. Download the file, or ask us for an accessible format.",
            page.QuerySelector(".transcript p")?.TextContent);

        static string Fact(IElement row) => $"{row.QuerySelector("dt")?.TextContent}: {row.QuerySelector("dd")?.TextContent}";
    }

    [Fact]
    public async Task PetitionLinksToThePageAndToTheFile()
    {
        Assert.Empty(await _site.ProblemsAsync());

        var petition = Parse("petitions/ferry/index.html");

        var links = petition.QuerySelectorAll(".document")[0].QuerySelectorAll("a").Select(a => a.GetAttribute("href"));
        Assert.Equal(["/petitions/ferry/letter/", "/petitions/ferry/ferry-letter.pdf"], links);
        Assert.Contains("https://example.test/petitions/ferry/letter/", _site.Read("sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PageShowsTheMarkdownBesideTheFile()
    {
        _site.Write("petitions/ferry/letter.md", "## The answer\n\nIt may run, [as asked](/petitions/ferry/).\n");

        var page = await PageAsync();

        Assert.Equal(
            "<h3 id=\"the-answer\">The answer</h3>\n<p>It may run, <a href=\"/petitions/ferry/\">as asked</a>.</p>",
            page.QuerySelector(".transcript .prose")?.InnerHtml.Trim());
        Assert.Equal(
            "This text was written out by our staff. The file is the document.",
            page.QuerySelector(".transcript-origin")?.TextContent);
        Assert.False(_site.Has("petitions/ferry/letter.md"));
    }

    [Fact]
    public async Task PageShowsATranslationInItsEdition()
    {
        _site.Write("site.es.yml", "Tagline: t\nDescription: d\nBoilerplate: b\nNavigation: [{Text: Peticiones, Link: /es/petitions/}]\n");
        _site.Write("index.es.md", "---\nTitle: Inicio\nDescription: d\nLayout: home\n---\nUn texto.\n");
        var petition = File.ReadAllText(_site.PathOf(SiteFolder.Petition))
            .Replace("File: letter.pdf", "File: letter.pdf\n    Language: en", StringComparison.Ordinal);
        _site.Write("petitions/ferry/index.es.md", petition);
        _site.Write("petitions/ferry/letter.md", "It may run.\n");
        _site.Write("petitions/ferry/letter.es.md", "Puede navegar.\n");

        var english = await PageAsync();
        var spanish = Parse("es/petitions/ferry/letter/index.html");

        Assert.Equal(("en", "It may run."), Text(english));
        Assert.Equal(("es", "Puede navegar."), Text(spanish));
        Assert.Equal(
            "Este texto es traducción nuestra. El documento está en otro idioma: Inglés. El documento es el archivo.",
            spanish.QuerySelector(".transcript-origin")?.TextContent);
        var alternate = english.QuerySelector("link[hreflang=es]")?.GetAttribute("href");
        Assert.Equal("/es/petitions/ferry/letter/", alternate?["https://example.test".Length..]);

        static (string?, string?) Text(IHtmlDocument page)
        {
            var transcript = page.QuerySelector(".transcript .prose");
            return (transcript?.Closest("[lang]")?.GetAttribute("lang"), transcript?.TextContent.Trim());
        }
    }

    [Fact]
    public async Task SearchFindsTheTextOnItsPageOfTheDocument()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var words in new[] { "Antelopes graze.", "Zebras run." })
            builder.AddPage(UglyToad.PdfPig.Content.PageSize.Letter).AddText(words, 12, new PdfPoint(72, 700), font);
        _site.Write(Letter, builder.Build());
        _site.Write("petitions/ferry/other.pdf", SmallPdf.Write());
        _site.Write("petitions/ferry/other.md", "Giraffes stand.\n");
        _site.Replace(SiteFolder.Petition, "decision.txt", "other.pdf");
        Assert.Empty(await _site.ProblemsAsync());

        var index = new SearchIndexReader("/", url => File.ReadAllBytes(Path.Combine(_site.Output, url[1..])));

        Assert.Equal(["/petitions/ferry/letter/#page=1"], index.PagesWith("antelope"));
        Assert.Equal(["/petitions/ferry/letter/#page=2"], index.PagesWith("zebra"));
        Assert.Equal(["/petitions/ferry/other/"], index.PagesWith("giraffe"));
    }

    [Fact]
    public async Task BrokenLinkInTheMarkdownIsReportedWithFileAndLine()
    {
        _site.Write("petitions/ferry/letter.md", "It may run.\n\nSee [this](/nowhere/).\n");

        Assert.Equal(["input/petitions/ferry/letter.md:3: there is no page /nowhere/; correct the address."], await _site.ProblemsAsync());
    }

    [Fact]
    public async Task ControlCharacterInTheMarkdownIsReportedWithFileAndLine()
    {
        _site.Write("petitions/ferry/letter.md", "It may run.\n\nA\u000Bline.\n");

        Assert.Equal(
            ["input/petitions/ferry/letter.md:3: the text has a control character; type the line anew."],
            await _site.ProblemsAsync());
    }

    [Fact]
    public async Task EmptyMarkdownIsRefused()
    {
        _site.Write("petitions/ferry/letter.md", "\n");

        Assert.Equal(
            ["input/petitions/ferry/letter.md:1: there is no text; write it, or take the file away."],
            await _site.ProblemsAsync());
    }

    [Fact]
    public async Task OtherPagesCanLinkToAnchorsOfTheText()
    {
        _site.Write("petitions/ferry/letter.md", "## The answer\n\nIt may run.\n");
        _site.AddText(
            SiteFolder.Release, "\n[There](/petitions/ferry/letter/#the-answer), and [nowhere](/petitions/ferry/letter/#page=9).\n");

        const string Problem = "input/press-releases/ferry/index.md:10: /petitions/ferry/letter/ has no place \"#page=9\"; "
            + "write one of #the-answer.";
        Assert.Equal([Problem], await _site.ProblemsAsync());
    }

    [Fact]
    public async Task MarkdownOfAFileThatNoPageNamesIsAProblem()
    {
        _site.Write("petitions/ferry/other.pdf", SmallPdf.Write());
        _site.Write("petitions/ferry/other.md", "Words.\n");

        const string Problem = "input/petitions/ferry/other.md:1: no page names other.pdf, whose text this is; "
            + "name it under Filings or Documents, or begin this file with front matter to make it a page.";
        Assert.Equal([Problem], await _site.ProblemsAsync());
    }

    [Theory]
    [InlineData(
        "letter.es.md",
        "no page in es shows letter.pdf, whose translation this is; "
            + "translate the page that names it, or keep this file out of the folder until somebody does.")]
    [InlineData("letter.fr.md", "the language \"fr\" is not in site.yml; add it there under Languages, or take it out of the file's name.")]
    [InlineData("letter.en.md", "the text of letter.pdf is here twice; keep one of the files.")]
    public async Task MarkdownThatNoPageWouldShowIsAProblem(string file, string problem)
    {
        _site.Write("petitions/ferry/letter.md", "It may run.\n");
        _site.Write($"petitions/ferry/{file}", "Words.\n");

        Assert.Equal([$"input/petitions/ferry/{file}:1: {problem}"], await _site.ProblemsAsync());
    }

    [Fact]
    public async Task AddressOfAnotherDocumentIsRefused()
    {
        _site.Write("petitions/ferry/letter.txt", "Words.");
        _site.Replace(SiteFolder.Petition, "File: decision.txt", "File: letter.txt");

        const string Problem = "input/petitions/ferry/index.md:28: the page of letter.txt would be /petitions/ferry/letter/, "
            + "which is taken; rename the file.";
        Assert.Equal([Problem], await _site.ProblemsAsync());
    }

    [Theory]
    [InlineData("/Lang (es-MX)", "Spanish", "es-MX")]
    [InlineData("/Lang (en-US)", "English", "en")]
    [InlineData("", "English", "en")]
    public async Task DocumentIsInTheLanguageThatThePdfSays(string catalog, string language, string tag)
    {
        _site.Write(Letter, SmallPdf.Write(catalog: catalog));

        var page = await PageAsync();

        var row = page.QuerySelectorAll(".glance dl > div").Single(row => row.QuerySelector("dt")?.TextContent == "Language");
        Assert.Equal(language, row.QuerySelector("dd")?.TextContent);
        Assert.Equal(tag, page.QuerySelector(".glance a.button")?.GetAttribute("hreflang"));
    }

    [Fact]
    public async Task AnchorsOfTheTextAreNotThoseOfTheTheme()
    {
        _site.Write("petitions/ferry/letter.md", "## Order\n\nIt may run.\n");

        Assert.Equal("order-2", (await PageAsync()).QuerySelector(".transcript h3")?.Id);
    }

    [Fact]
    public async Task AddressOfAnotherPageIsRefused()
    {
        var petition = File.ReadAllText(_site.PathOf(SiteFolder.Petition)).Replace("File: ", "Text: ", StringComparison.Ordinal);
        _site.Write("petitions/ferry/letter/index.md", petition);

        const string Problem = "input/petitions/ferry/index.md:22: the page of letter.pdf would be /petitions/ferry/letter/, "
            + "which is taken; rename the file.";
        Assert.Equal([Problem], await _site.ProblemsAsync());
    }

    [Fact]
    public async Task DocumentOfAnEmbargoedPageIsEmbargoedToo()
    {
        _site.Add(SiteFolder.Petition, "Published: 2026-07-01");
        _site.Write("petitions/ferry/letter.md", "Zebra. [Here](/petitions/ferry/letter/).\n");

        Assert.Empty(await _site.ProblemsAsync());

        var files = _site.OutputFiles();
        Assert.DoesNotContain(files.Keys, name => name.Contains("letter", StringComparison.Ordinal));
        Assert.DoesNotContain(files.Values, bytes => Encoding.UTF8.GetString(bytes).Contains("Zebra", StringComparison.Ordinal));
    }

    public void Dispose() => _site.Dispose();

    private async Task<IHtmlDocument> PageAsync()
    {
        Assert.Empty(await _site.ProblemsAsync());
        return Parse("petitions/ferry/letter/index.html");
    }

    private IHtmlDocument Parse(string file) => new HtmlParser().ParseDocument(_site.Read(file));
}
