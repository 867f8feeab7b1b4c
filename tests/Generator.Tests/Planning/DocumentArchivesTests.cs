using System.IO.Compression;
using Advocacy.Generator;
using Advocacy.TestKit;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Generator.Planning;

public sealed class DocumentArchivesTests : IDisposable
{
    private const string Archive = "press-releases/ferry/ferry-documents.zip";
    private const string Two = "Documents: [{Title: The paper, Date: 2026-01-01, File: paper.pdf}, "
        + "{Title: The letter, Date: 2026-01-02, File: letter.txt}]";

    private readonly SiteFolder _site = new();

    public DocumentArchivesTests()
    {
        _site.Write("press-releases/ferry/paper.pdf", SmallPdf.Write());
        _site.Write("press-releases/ferry/letter.txt", "A letter.");
    }

    [Fact]
    public async Task ArchiveIsOfferedBelowTheDocumentsOfTheRelease()
    {
        _site.Add(SiteFolder.Release, Two);

        Assert.Empty(await _site.ProblemsAsync());

        var button = Assert.Single(Buttons());
        Assert.Equal($"/{Archive}", button.GetAttribute("href"));
        Assert.Equal("Download all documents (ZIP, 1 KB)", button.TextContent);
        Assert.Equal("Download all documents (ZIP, 1 KB): The ferry runs", button.GetAttribute("aria-label"));
        using var archive = new ZipArchive(new MemoryStream(_site.OutputFiles()[Archive]));
        Assert.Equal(["ferry-paper.pdf", "ferry-letter.txt"], archive.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public async Task ArchiveOfAPetitionIsOfferedBelowThePetitionsDocuments()
    {
        _site.Add(SiteFolder.Release, $"{Two}\nPetitions: [ferry]");
        foreach (var file in new[] { "a.txt", "b.txt" })
            AddFiling(file);

        Assert.Empty(await _site.ProblemsAsync());

        Assert.Equal([$"/{Archive}", "/petitions/ferry/ferry-documents.zip"], Buttons().Select(button => button.GetAttribute("href")));
        Assert.Equal(["UL", "P", "H3", "UL", "P"], Page().QuerySelectorAll(".documents > :not(h2)").Select(part => part.TagName));
        Assert.Equal("/petitions/ferry/", Assert.Single(Page().QuerySelectorAll(".documents > h3 > a")).GetAttribute("href"));
    }

    [Fact]
    public async Task PetitionIsNotNamedWhereAllDocumentsAreThePetitions()
    {
        _site.Add(SiteFolder.Release, "Petitions: [ferry]");
        AddFiling("a.txt");

        Assert.Empty(await _site.ProblemsAsync());

        Assert.Equal(["UL"], Page().QuerySelectorAll(".documents > :not(h2)").Select(part => part.TagName));
    }

    [Theory]
    [InlineData("Documents: [{Title: The paper, Date: 2026-01-01, File: paper.pdf}]")]
    [InlineData($"{Two}\nWithdrawn: {{Date: 2026-04-01, Reason: It named a child.}}")]
    public async Task ThereIsNoArchiveOfOneDocumentOrOfAWithdrawnPage(string fields)
    {
        _site.Add(SiteFolder.Release, fields);

        Assert.Empty(await _site.ProblemsAsync());

        Assert.Empty(Buttons());
        Assert.False(_site.Has(Archive));
    }

    [Fact]
    public async Task DocumentMayNotHaveTheNameOfTheArchive()
    {
        _site.Write("press-releases/ferry/documents.zip", "PK");
        _site.Add(SiteFolder.Release, "Documents: [{Title: All, Date: 2026-01-01, File: documents.zip}]");

        const string Problem = $"input/{SiteFolder.Release}:2: the name documents.zip is that of the archive "
            + "which a page with several documents has; rename the file to say what it holds.";
        Assert.Equal([Problem], await _site.ProblemsAsync());
    }

    [Fact]
    public async Task ArchiveIsTheSameForATranslationAndOnEachBuild()
    {
        _site.SpeakSpanish();
        _site.Add(SiteFolder.Release, Two);
        _site.Write(
            "press-releases/ferry/index.es.md",
            $"---\nTitle: La cebra vuelve\nDescription: Vuelve a navegar.\n{Two}\n---\nUn texto.\n");
        var live = new IncrementalBuild();

        Assert.Empty(_site.Shown(await live.RunAsync(_site.Options(), CancellationToken.None)));
        var first = _site.OutputFiles();
        _site.Replace(SiteFolder.Release, "A text.", "Another text.");
        live.Changed(_site.PathOf(SiteFolder.Release));
        Assert.Empty(_site.Shown(await live.RunAsync(_site.Options(), CancellationToken.None)));

        Assert.Equal(first[Archive], _site.OutputFiles()[Archive]);
        foreach (var page in new[] { "press-releases/ferry/", "es/press-releases/ferry/" })
            Assert.Equal($"/{Archive}", Assert.Single(Buttons(page)).GetAttribute("href"));
        Assert.Single(_site.OutputFiles().Keys, file => file.EndsWith(".zip", StringComparison.Ordinal));
    }

    public void Dispose() => _site.Dispose();

    /// <summary>Puts one more filing, with its file, before those of the petition.</summary>
    private void AddFiling(string file)
    {
        _site.Write($"petitions/ferry/{file}", "A filing.");
        var filing = $"  - {{Title: A filing, Date: 2026-01-05, From: A, To: B, File: {file}}}\n";
        _site.Replace(SiteFolder.Petition, "Filings:\n", $"Filings:\n{filing}");
    }

    private IDocument Page(string page = "press-releases/ferry/") => new HtmlParser().ParseDocument(_site.Read($"{page}index.html"));

    private IHtmlCollection<IElement> Buttons(string page = "press-releases/ferry/") =>
        Page(page).QuerySelectorAll("a[type='application/zip']");
}
