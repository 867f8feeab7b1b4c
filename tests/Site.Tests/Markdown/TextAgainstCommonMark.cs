using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Advocacy.TestKit;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Site.Markdown;

/// <summary>
/// What readers see of texts such as press releases have, held against another program that reads CommonMark. Only typographic signs, and
/// what the guide for writers has beside CommonMark, may differ.
/// </summary>
public sealed partial class TextAgainstCommonMark : IDisposable
{
    private static readonly string _corpus = Path.Combine(SiteFolder.Repository, "tests/Site.Tests/Markdown/corpus");

    private readonly SiteFolder _site = new();

    [Fact]
    public async Task ShowsTheSameWords()
    {
        string[] files = [.. Directory.EnumerateFiles(_corpus, "*.md").Order(StringComparer.Ordinal)];
        string[] texts = [.. files.Select(File.ReadAllText)];
        foreach (var (file, text) in files.Zip(texts))
            _site.Write($"pages/{Path.GetFileName(file)}", $"---\nTitle: t\nDescription: d\n---\n{text}");

        Assert.Empty(await _site.ProblemsAsync());

        var expected = await CommonMarkAsync(texts.Select(WithoutTheGuidesOwn));
        Assert.All(files.Zip(expected), pair => Assert.Equal(
            Words(pair.Second, "body"),
            Words(_site.Read($"{Path.GetFileNameWithoutExtension(pair.First)}/index.html"), ".prose")));
    }

    public void Dispose() => _site.Dispose();

    private static async Task<string[]> CommonMarkAsync(IEnumerable<string> texts)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(SiteFolder.Repository, "tests/tools/commonmark.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        var html = node.StandardOutput.ReadToEndAsync();
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(texts));
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return JsonSerializer.Deserialize<string[]>(await html)!;
    }

    /// <summary>Names of headings, languages of words and of passages.</summary>
    private static string WithoutTheGuidesOwn(string text) =>
        Passages().Replace(Languages().Replace(Spans().Replace(Names().Replace(text, ""), "$1"), ""), "");

    /// <returns>All that is shown, a line for each block, without the numbers of footnotes.</returns>
    private static string Words(string html, string within)
    {
        var page = new HtmlParser().ParseDocument(html);
        foreach (var mark in page.QuerySelectorAll("sup, .footnote-ref, .footnote-backref, .footnote-back-ref").ToArray())
            mark.Remove();
        foreach (var block in page.QuerySelectorAll("p, li, h2, h3, td, th, dt, dd, pre, br"))
            block.Before(page.CreateTextNode("\n"));
        var text = string.Join('\n', page.QuerySelectorAll(within).Select(part => part.TextContent));
        return Lines().Replace(Spaces().Replace(Plain(text), " "), "\n").Trim();
    }

    /// <summary>With the signs of a typewriter.</summary>
    private static string Plain(string text) => Quotes().Replace(text, "'").Replace("…", "...", StringComparison.Ordinal)
        .Replace("—", "---", StringComparison.Ordinal).Replace("–", "--", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=^#+ .*) \{#[^}\n]+\}$", RegexOptions.Multiline)]
    private static partial Regex Names();

    [GeneratedRegex(@"\[([^\]\n]+)\]\{lang=[a-zA-Z-]+\}")]
    private static partial Regex Spans();

    [GeneratedRegex(@"(?<=\*)\{lang=[a-zA-Z-]+\}")]
    private static partial Regex Languages();

    [GeneratedRegex(@"^:::.*$", RegexOptions.Multiline)]
    private static partial Regex Passages();

    [GeneratedRegex("[\"'“”«»‘’]+")]
    private static partial Regex Quotes();

    [GeneratedRegex(@"[^\S\n]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Lines();
}
