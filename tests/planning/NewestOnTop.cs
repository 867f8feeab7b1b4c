using Advocacy.Tests.Sites;
using Xunit;

namespace Advocacy.Tests.Planning;

/// <summary>How a petition stands is what was last, in whatever order a writer put it.</summary>
public sealed class NewestOnTop : IDisposable
{
    private readonly SiteFolder _site = new();

    [Fact]
    public async Task ThePresentStatusIsThatOfTheLatestDate()
    {
        _site.Replace(SiteFolder.Petition, "Statuses:\n", "Statuses:\n  - Date: 2026-04-01\n    State: granted\n");
        _site.Replace(SiteFolder.Petition, "Filings:\n", "Filings:\n  - Kind: response\n    Title: The answer\n    Date: 2026-03-01\n    From: the Commission\n    To: Test Rights\n");

        Assert.Empty((await _site.BuildAsync()).Problems);

        var page = _site.Read("petitions/ferry/index.html");
        Assert.Equal("granted", page[(page.IndexOf("data-state=\"", StringComparison.Ordinal) + 12)..].Split('"')[0], ignoreCase: true);
        Assert.True(page.IndexOf("The petition</", StringComparison.Ordinal) < page.IndexOf("The answer</", StringComparison.Ordinal));
    }

    public void Dispose() => _site.Dispose();
}
