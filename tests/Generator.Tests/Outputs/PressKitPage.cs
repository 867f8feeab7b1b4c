using System.IO.Compression;
using System.Text;
using Advocacy.TestKit;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Generator.Outputs;

public sealed class PressKitPage : IDisposable
{
    private readonly SiteFolder _site = new();

    public PressKitPage()
    {
        _site.Write("press-kit/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        _site.Write("press.md", "---\nLayout: press\nTitle: Press office\nDescription: For journalists.\n---\nAsk us.\n");
        _site.Replace("site.yml", "BaseUrl:", """
            BoilerplateShort: One sentence.
            BoilerplateLong: The whole story.
            PressKit: [{File: icon.svg, Title: Icon, Credit: A. Artist, License: CC BY 4.0}]
            BaseUrl:
            """);
    }

    [Fact]
    public async Task HasContactsBoilerplatesPicturesAndReleases()
    {
        Assert.Empty(await _site.ProblemsAsync());

        var page = new HtmlParser().ParseDocument(_site.Read("press/index.html"));
        string[] boilerplates = ["One sentence.", "Test Rights is a name in a test.", "The whole story."];

        Assert.Equal(
            ["Media contacts", "About Test Rights", "Images to print and show", "Latest press releases"],
            page.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.Equal(boilerplates, page.QuerySelectorAll(".boilerplates p").Select(p => p.TextContent));
        Assert.Equal(boilerplates, page.QuerySelectorAll("[data-copy]").Select(p => p.GetAttribute("data-copy")));
        Assert.Equal(
            ["Icon", "Credit: A. Artist", "License: CC BY 4.0", "Download (SVG, 1 KB)"],
            page.QuerySelectorAll(".press-kit li > :not(img)").Select(p => p.TextContent));
        Assert.Single(page.QuerySelectorAll("script[type=module][src^='/assets/copy-']"));
        Assert.DoesNotContain("/assets/copy-", _site.Read("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OffersAllPicturesWithTheirCreditsInOneArchive()
    {
        Assert.Empty(await _site.ProblemsAsync());

        using var archive = new ZipArchive(new MemoryStream(_site.OutputFiles()["press-kit/test-rights-press-kit.zip"]));

        Assert.Equal(["credits.txt", "icon.svg"], archive.Entries.Select(e => e.FullName));
        using var reader = new StreamReader(archive.Entries[0].Open(), Encoding.UTF8);
        Assert.Equal("icon.svg: Icon\n  Credit: A. Artist\n  License: CC BY 4.0\n", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task HasTheCreditsInEachLanguage()
    {
        _site.SpeakSpanish();
        Assert.Empty(await _site.ProblemsAsync());

        using var archive = new ZipArchive(new MemoryStream(_site.OutputFiles()["press-kit/test-rights-press-kit.zip"]));

        using var reader = new StreamReader(archive.GetEntry("credits.es.txt")!.Open(), Encoding.UTF8);
        Assert.Equal("icon.svg: Icon\n  Autoría: A. Artist\n  Licencia: CC BY 4.0\n", await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData("icon.svg", "icno.svg", "the file press-kit/icno.svg is not there; did you mean icon.svg.")]
    [InlineData(
        "icon.svg",
        "Icon.svg",
        "the file's name \"Icon.svg\" has other characters than a to z, 0 to 9, - and .; put it into press-kit/ as icon.svg.")]
    [InlineData("icon.svg", "notes.txt", "notes.txt is of a kind that a press kit does not have; make it SVG, PNG, JPEG, WebP or PDF.")]
    public async Task ReportsWhatIsWrongWithAFile(string old, string with, string problem)
    {
        _site.Write("press-kit/notes.txt", "words");
        _site.Replace("site.yml", old, with);

        Assert.Equal([$"input/site.yml:9: {problem}"], await _site.ProblemsAsync());
    }

    public void Dispose() => _site.Dispose();
}
