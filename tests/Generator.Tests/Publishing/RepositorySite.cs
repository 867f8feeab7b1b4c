using System.Text.RegularExpressions;
using Advocacy.Generator;
using Advocacy.TestKit;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Generator.Publishing;

/// <summary>The repository's own content in its own theme.</summary>
public sealed partial class RepositorySite : IAsyncLifetime, IDisposable
{
    private readonly SiteFolder _folder = new();
    private readonly Dictionary<string, IDocument> _pages = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        var options = _folder.Options() with { Input = Path.Combine(SiteFolder.Repository, "input") };
        Assert.Empty((await SiteBuilder.RunAsync(options, CancellationToken.None)).Problems);
        foreach (var file in Directory.EnumerateFiles(_folder.Output, "*.html", SearchOption.AllDirectories))
            _pages.Add(Path.GetRelativePath(_folder.Output, file), new HtmlParser().ParseDocument(await File.ReadAllTextAsync(file)));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void HasNoBrokenLinks()
    {
        var broken = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (page, document) in _pages)
        {
            foreach (var link in Links(document).Where(l => !LeadsSomewhere(page, l)))
                broken.Add($"{page}: {link}");
        }

        Assert.Empty(broken);
        Assert.True(_pages.Count > 10);
    }

    [Fact]
    public void LoadsNothingFromElsewhere()
    {
        const string Fetched =
            "[src], [srcset], link[rel='stylesheet'], link[rel='preload'], link[rel='icon'], link[rel='manifest']";

        Assert.All(
            _pages.Values.SelectMany(page => page.QuerySelectorAll(Fetched)),
            element => Assert.StartsWith("/", AddressOf(element), StringComparison.Ordinal));

        static string? AddressOf(IElement element) =>
            element.GetAttribute("src") ?? element.GetAttribute("srcset") ?? element.GetAttribute("href");
    }

    [Fact]
    public void HasNoDuplicateIds() => Assert.All(_pages, page =>
        Assert.Empty(page.Value.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => $"{page.Key}: {g.Key}")));

    [Fact]
    public void SetsTheCustomPropertiesThatItsStyleUses()
    {
        var css = File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(_folder.Output, "assets"), "*.css")));
        var set = Setting().Matches(css).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Use().Matches(css).Select(m => m.Groups[1].Value).Except(set));
    }

    public static IEnumerable<string> Links(IDocument page)
    {
        var links = page.QuerySelectorAll("[href], [src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!);
        var pictures = page.QuerySelectorAll("[srcset]")
            .SelectMany(e => e.GetAttribute("srcset")!.Split(',', StringSplitOptions.TrimEntries))
            .Select(source => source.Split(' ')[0]);
        return links.Concat(pictures);
    }

    private bool LeadsSomewhere(string page, string link)
    {
        if (!link.StartsWith('/') && !link.StartsWith('#'))
            return Uri.TryCreate(link, UriKind.Absolute, out _);
        // The functions answer there.
        if (link.StartsWith("/api/", StringComparison.Ordinal))
            return true;
        var (path, id) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
        path = path.Split('?')[0];
        var file = path.Length == 0 ? page : path.EndsWith('/') ? $"{path[1..]}index.html" : path[1..];
        return File.Exists(Path.Combine(_folder.Output, file))
            && (id is null || _pages[file].GetElementById(Uri.UnescapeDataString(id)) is not null);
    }

    [GeneratedRegex(@"(?<![\w-])(--[\w-]+)\s*:")]
    private static partial Regex Setting();

    [GeneratedRegex(@"var\(\s*(--[\w-]+)")]
    private static partial Regex Use();
}
