using Advocacy.TestKit;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Generator.Planning;

/// <summary>What was last is last, in whatever order a writer put it.</summary>
public sealed class SortedByDate : IDisposable
{
    private readonly SiteFolder _site = new();

    [Fact]
    public async Task ThePresentStatusIsThatOfTheLatestDate()
    {
        _site.Replace(SiteFolder.Petition, "Statuses:\n", "Statuses:\n  - Date: 2026-04-01\n    State: granted\n");
        _site.Replace(SiteFolder.Petition, "Filings:\n", """
            Filings:
              - Kind: response
                Title: The answer
                Date: 2026-03-01
                From: the Commission
                To: Test Rights

            """);

        Assert.Empty((await _site.BuildAsync()).Problems);

        var page = _site.Read("petitions/ferry/index.html");
        Assert.Equal("granted", page[(page.IndexOf("data-state=\"", StringComparison.Ordinal) + 12)..].Split('"')[0], ignoreCase: true);
        Assert.True(page.IndexOf("The petition</", StringComparison.Ordinal) < page.IndexOf("The answer</", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Corrections")]
    [InlineData("Updates")]
    public async Task NotesAreInTheOrderOfTheirDays(string notes)
    {
        _site.Add(SiteFolder.Release, $"{notes}: [{{Date: 2026-04-20, Text: The last.}}, "
            + "{Date: 2026-03-02, Text: The first.}, {Date: 2026-03-03, Text: The second.}]");

        Assert.Empty(await _site.ProblemsAsync());

        var page = new HtmlParser().ParseDocument(_site.Read("press-releases/ferry/index.html"));
        var days = page.QuerySelectorAll(".notes time").Select(time => time.GetAttribute("datetime"));
        Assert.Equal(["2026-03-02", "2026-03-03", "2026-04-20"], days);
    }

    public void Dispose() => _site.Dispose();
}
