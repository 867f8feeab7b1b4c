using System.Text.Json;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Site.Feeds;

/// <summary>All feeds of a site with much in it, and with a topic that has nothing.</summary>
public sealed class FeedValidation : IAsyncLifetime, IDisposable
{
    private readonly SiteFolder _site = new();

    public async Task InitializeAsync()
    {
        _site.Replace(SiteFolder.Release, "The ferry runs", "\"Ferry & </title> <b> \U0001F6A2 “runs”\"");
        for (var i = 0; i < 25; i++)
        {
            _site.Write($"press-releases/r-{i}.md", $"""
                ---
                Title: Release {i}
                Description: "One & <many>"
                Dateline: CHICAGO
                Published: 2025-07-{i + 1:00}T23:30
                Tags: [asylum]
                ---
                A text.

                """);
        }
        foreach (var (file, title) in new[] { ("uno.es.md", "Uno"), ("uno.md", "One") })
        {
            _site.Write(
                $"press-releases/{file}",
                $"---\nTitle: {title}\nDescription: {title}.\nDateline: CHICAGO\nPublished: 2026-04-01\n---\n{title}.\n");
        }
        Assert.Empty(await _site.ProblemsAsync());
    }

    [Fact]
    public async Task CorrectionChangesTheDates()
    {
        _site.Add(SiteFolder.Release, "Corrections: [{Date: 2026-04-20, Text: It runs on Mondays.}]");
        Assert.Empty(await _site.ProblemsAsync());

        Assert.Equal(2, _site.Read("feed.atom").Split("<updated>2026-04-20T00:00:00-06:00</updated>").Length - 1);
        Assert.Contains("<lastBuildDate>Mon, 20 Apr 2026 06:00:00 +0000</lastBuildDate>", _site.Read("feed.rss"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(_site.Read("feed.json"));
        var changes = json.RootElement.GetProperty("items").EnumerateArray()
            .Where(item => item.TryGetProperty("date_modified", out _))
            .Select(item => item.GetProperty("date_modified").GetString()!);
        Assert.Equal(["2026-04-20T00:00:00-06:00"], changes);
    }

    [Theory]
    [InlineData("atom")]
    [InlineData("rss")]
    public async Task FeedFollowsItsGrammar(string kind)
    {
        var files = Files($"*.{kind}");

        Assert.Equal(3, files.Length);
        Assert.Equal("", await RelaxNgGrammar.CheckAsync($"{kind}.rnc", files));
    }

    [Fact]
    public void JsonFeedFollowsItsRules()
    {
        var files = Files("feed.json");

        Assert.Equal(3, files.Length);
        Assert.Empty(files.SelectMany(file => Mistakes(File.ReadAllText(file)).Select(m => $"{file}: {m}")));
    }

    // A grammar that lets everything through would prove nothing.
    [Theory]
    [InlineData("atom", "<updated>2026-04-01T00:00:00-05:00</updated>", "<updated>2026-04-01</updated>")]
    [InlineData("atom", "rel=\"self\"", "rel=\"alternate\"")]
    [InlineData("atom", "<summary>Uno.</summary>", "<description>Uno.</description>")]
    [InlineData("atom", "<id>https://example.test/es/press-releases/uno/</id>", "")]
    [InlineData("rss", "Wed, 01 Apr 2026", "1 April 2026")]
    [InlineData("rss", "<description>Uno.</description>", "")]
    [InlineData("rss", "version=\"2.0\"", "")]
    public async Task InvalidFeedIsRefused(string kind, string right, string wrong)
    {
        var file = Path.Combine(_site.Output, $"spoiled.{kind}");
        await File.WriteAllTextAsync(file, Spoiled($"feed.{kind}", right, wrong));

        Assert.Contains("error:", await RelaxNgGrammar.CheckAsync($"{kind}.rnc", file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"title\": \"Uno\"", "\"titel\": \"Uno\"", "item 0: titel is not known")]
    [InlineData("\"id\": \"https://example.test/es/press-releases/uno/\",", "", "item 0: no id")]
    [InlineData("\"date_published\": \"2026-04-01T00:00:00-05:00\"", "\"date_published\": \"today\"", "item 0: date_published is today")]
    [InlineData("\"version\": \"https://jsonfeed.org/version/1.1\"", "\"version\": \"1.1\"", "feed: version is 1.1")]
    public void InvalidJsonFeedIsRefused(string right, string wrong, string mistake) =>
        Assert.Contains(mistake, Mistakes(Spoiled("feed.json", right, wrong)));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _site.Dispose();

    private static string[] Mistakes(string text)
    {
        using var feed = JsonDocument.Parse(text);
        return [.. JsonFeedRules.Mistakes(feed.RootElement)];
    }

    private string[] Files(string pattern) => Directory.GetFiles(_site.Output, pattern, SearchOption.AllDirectories);

    /// <summary>The first place only.</summary>
    private string Spoiled(string file, string right, string wrong)
    {
        var text = _site.Read(file);
        var place = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(place >= 0, $"{file} has no {right}");
        return text[..place] + wrong + text[(place + right.Length)..];
    }
}
