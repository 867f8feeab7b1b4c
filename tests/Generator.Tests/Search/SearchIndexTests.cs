using Advocacy.Generator;
using Advocacy.Generator.Search;
using Advocacy.TestKit;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Generator.Search;

/// <summary>The law of the index.</summary>
public sealed class SearchIndexTests(SearchIndexTests.BuiltSites sites) : IClassFixture<SearchIndexTests.BuiltSites>
{
    private const string Golden = "tests/Generator.Tests/Golden/input";

    [Theory]
    [InlineData(Golden, "/")]
    [InlineData("input", "/")]
    [InlineData("input", "/es/")]
    public async Task EveryWordOfAPageFindsThatPage(string input, string root)
    {
        var output = await sites.OutputOfAsync(input);
        var index = IndexIn(output, root);
        var parser = new HtmlParser();
        var lost = new List<string>();
        var looked = 0;
        // Old addresses are listed, too, and have no page.
        var urls = File.ReadLines(Path.Combine(output, "urls.txt"))
            .Where(url => File.Exists(FileOf(url)) && url.StartsWith("/es/", StringComparison.Ordinal) == (root == "/es/"));
        foreach (var url in urls)
        {
            var page = await parser.ParseDocumentAsync(await File.ReadAllTextAsync(FileOf(url)));
            // What else stands on a page are words of the theme, lists of other pages, and the reasons of those that were withdrawn.
            if (page.QuerySelector("main div.prose") is not { } prose || page.QuerySelector("meta[name=robots]") is not null)
                continue;
            // Nobody looks for the number of a footnote, which would stick to the word before it.
            foreach (var part in prose.QuerySelectorAll(".copy, .folio, .footnote-ref, .footnote-back-ref"))
                part.Remove();
            // The theme describes a document, whose text is found page by page.
            var isDocument = page.QuerySelector(".filed") is not null;
            var description = isDocument ? "" : page.QuerySelector("meta[name=description]")!.GetAttribute("content");
            var words = Words($"{page.QuerySelector("h1")!.TextContent} {description} {prose.TextContent}");
            lost.AddRange(words.Where(word => !Finds(word, url)).Select(word => $"{url}: {word}"));
            looked += words.Count;
        }
        Assert.Equal([], lost);
        Assert.True(looked > 100);

        string FileOf(string url) => Path.Combine(output, url[1..], "index.html");

        bool Finds(string word, string url) => index.PagesWith(word).Any(found => found.Split('#')[0] == url);
    }

    [Fact]
    public async Task TermsAreInOrder()
    {
        var index = IndexIn(await sites.OutputOfAsync(Golden), "/");

        Assert.Equal(index.Terms.Order(StringComparer.Ordinal), index.Terms);
        Assert.Equal(index.Shards.Length, index.Firsts.Length);
    }

    [Fact]
    public async Task WithdrawnPageIsNotFound()
    {
        var index = IndexIn(await sites.OutputOfAsync(Golden), "/");

        Assert.Contains("/press-releases/ferry/", index.PagesOf("kind", "press-release"));
        Assert.DoesNotContain("/press-releases/wrong/", index.PagesOf("kind", "press-release"));
    }

    private static SearchIndexReader IndexIn(string output, string root) =>
        new(root, url => File.ReadAllBytes(Path.Combine(output, url[1..])));

    private static List<string> Words(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        while (Folding.Next(ref text) is { Length: > 0 } word)
            words.Add(word.ToString());
        return words;
    }

    /// <summary>Sites that are built once for all tests.</summary>
    public sealed class BuiltSites : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("advocacy-");
        private readonly Dictionary<string, string> _outputs = [];

        /// <param name="input">From the root of the repository.</param>
        public async Task<string> OutputOfAsync(string input)
        {
            if (_outputs.TryGetValue(input, out var output))
                return output;
            output = Path.Combine(_folder.CreateSubdirectory($"{_outputs.Count}").FullName, "output");
            var noon = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
            var options = new BuildOptions(Path.Combine(SiteFolder.Repository, input), SiteFolder.Theme, output, noon);
            var result = await SiteBuilder.RunAsync(options, CancellationToken.None);
            Assert.Empty(result.Problems.Select(p => p.ToString()));
            return _outputs[input] = output;
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
