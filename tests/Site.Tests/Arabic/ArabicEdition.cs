using System.Globalization;
using Advocacy.Generator;
using Advocacy.TestKit;
using Advocacy.Tests.Site.Browser;
using Microsoft.Playwright;
using Xunit;

namespace Advocacy.Tests.Site.Arabic;

/// <summary>
/// A site in English and Arabic. The theme is the shipped one, with a word list and the endings of a search beside those that it has,
/// and nothing else.
/// </summary>
public sealed class ArabicEdition : IAsyncLifetime
{
    private static readonly string _folder = Path.Combine(SiteFolder.Repository, "tests", "Site.Tests", "Arabic");

    private readonly string _made = Directory.CreateTempSubdirectory("advocacy-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Theme => Path.Combine(_made, "theme");

    public string Output => Path.Combine(_made, "output");

    /// <summary>Those of the Arabic edition.</summary>
    public IEnumerable<string> Pages => File.ReadLines(Path.Combine(Output, "urls.txt"))
        .Where(url => url.StartsWith("/ar/", StringComparison.Ordinal))
        .Where(url => url.EndsWith('/') || url.EndsWith(".html", StringComparison.Ordinal));

    public async Task InitializeAsync()
    {
        var parts = Directory.GetDirectories(SiteFolder.Theme).Select(folder => Path.GetFileName(folder));
        foreach (var part in parts.Where(part => part is not ("bin" or "obj")))
            Copy(Path.Combine(SiteFolder.Theme, part), Path.Combine(Theme, part));
        Copy(Path.Combine(_folder, "theme"), Theme);
        Copy(Path.Combine(_folder, "input"), Path.Combine(_made, "input"));
        await File.WriteAllBytesAsync(Path.Combine(_made, "input/petitions/ferry/petition-2026-02-20.pdf"), SmallPdf.Write());
        var at = DateTimeOffset.Parse("2026-06-01T00:00:00Z", CultureInfo.InvariantCulture);
        var result = await SiteBuilder.RunAsync(new BuildOptions(Path.Combine(_made, "input"), Theme, Output, at), CancellationToken.None);
        Assert.Equal([], result.Problems.Select(p => p.ToString()));
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        // Not before: whatever font file libvips has once drawn with, it takes for the next text in that face, too.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(_made, recursive: true);
    }

    public string Read(string url) => File.ReadAllText(ServedFolder.FileOf(Output, url));

    public Task<IPage> OpenAsync(string url, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var options = new BrowserNewPageOptions
        {
            BypassCSP = true,
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
        };
        return _browser!.OpenAsync(Output, url, options);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
