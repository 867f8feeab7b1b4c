using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Publishing;

/// <summary>What was withdrawn is said nowhere any more: not in what search engines read, and not in the words of a shared link.</summary>
public sealed class WithdrawnContent : IDisposable
{
    private const string Withdrawn = "Withdrawn: {Date: 2026-04-01, Reason: It named a child.}";

    private readonly SiteFolder _site = new();

    [Fact]
    public async Task ReleaseShowsOnlyTheReason()
    {
        _site.Write("press-releases/ferry/paper.pdf", SmallPdf.Write());
        _site.Add(SiteFolder.Release, "Documents: [{Title: The paper, Date: 2026-01-01, File: paper.pdf}]");
        Assert.Contains("DigitalDocument", await PageAsync("press-releases/ferry"), StringComparison.Ordinal);
        _site.Add(SiteFolder.Release, Withdrawn);

        var page = await PageAsync("press-releases/ferry");

        Assert.Contains("content=\"It named a child.\"", page, StringComparison.Ordinal);
        SaysNoneOf(["It runs again.", "DigitalDocument", "The paper", "A text."], page);
    }

    [Fact]
    public async Task PetitionShowsOnlyTheReason()
    {
        _site.Write("petitions/ferry/paper.pdf", SmallPdf.Write());
        _site.Replace(SiteFolder.Petition, "    Date: 2026-01-05\n    From", "    Date: 2026-01-05\n    File: paper.pdf\n    From");
        Assert.Contains("DigitalDocument", await PageAsync("petitions/ferry"), StringComparison.Ordinal);
        _site.Add(SiteFolder.Petition, Withdrawn);

        var page = await PageAsync("petitions/ferry");

        Assert.Contains("It named a child.", page, StringComparison.Ordinal);
        SaysNoneOf(["A petition for the ferry.", "DigitalDocument", "The petition", "petition, 2026.", "A text."], page);
    }

    [Fact]
    public async Task ListsShowNothingOfIt()
    {
        _site.Add(SiteFolder.Release, $"{Withdrawn}\nPetitions: [ferry]");
        _site.Add(SiteFolder.Petition, Withdrawn);

        Assert.Empty((await _site.BuildAsync()).Problems);

        foreach (var page in SiteFolder.FilesOf(_site.Output).Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal)))
            SaysNoneOf(["It runs again.", "A petition for the ferry.", "Filed with: The Commission"], _site.Read(page));
        Assert.Contains("class=\"mark\">Withdrawn<", _site.Read("petitions/index.html"), StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();

    private static void SaysNoneOf(string[] words, string page) =>
        Assert.All(words, word => Assert.DoesNotContain(word, page, StringComparison.Ordinal));

    private async Task<string> PageAsync(string page)
    {
        Assert.Empty((await _site.BuildAsync()).Problems);
        return _site.Read($"{page}/index.html");
    }
}
