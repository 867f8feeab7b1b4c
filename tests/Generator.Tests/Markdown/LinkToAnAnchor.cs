using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Markdown;

public sealed class LinkToAnAnchor : IDisposable
{
    private readonly SiteFolder _site = new();

    [Theory]
    [InlineData("[a](#main)", "#main")]
    [InlineData("[a](#top)", "#top")]
    [InlineData("[a](#how-it-began)\n\n## How it began", "#how-it-began")]
    [InlineData("[a](#how-it-began-2)\n\n## How it began\n\n## How it began", "#how-it-began-2")]
    [InlineData("[a](#start)\n\n## How it began {#start}", "#start")]
    [InlineData("[a](#h)\n\n## A heading {#h}", "#h")]
    [InlineData("[a](#fn:1)[^1]\n\n[^1]: A note.", "#fn:1")]
    [InlineData("[a](#words)", "#words")]
    [InlineData("[a](/petitions/ferry/#why)", "/petitions/ferry/#why")]
    [InlineData("[a](../../petitions/ferry/index.md#why)", "/petitions/ferry/#why")]
    [InlineData("[a](xref:home#%C3%BCber)", "/#%C3%BCber")]
    [InlineData("[a](/petitions/#main)", "/petitions/#main")]
    [InlineData("[a](list.pdf#page=3)", "/press-releases/ferry/ferry-list.pdf#page=3")]
    public async Task LeadsToTheAnchorInTheOutput(string text, string address)
    {
        _site.Write("press-releases/ferry/list.pdf", SmallPdf.Write());
        _site.Add(SiteFolder.Release, "Quotations: [{Id: words, Words: Yes, Speaker: A person}]");
        _site.AddText(SiteFolder.Petition, "\n## Why\n");
        _site.AddText("index.md", "\n## A heading {#über}\n");
        _site.Replace(SiteFolder.Release, "A text.", text);

        Assert.Empty(await _site.ProblemsAsync());

        Assert.Contains($"<a href=\"{address}\">a</a>", _site.Read("press-releases/ferry/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfAWithdrawnPageIsRefused()
    {
        _site.AddText(SiteFolder.Petition, "\n## Why\n\n[a](#why)\n");
        _site.AddText(SiteFolder.Release, "\n[a](/petitions/ferry/#why), [b](/petitions/ferry/) and [c](/petitions/ferry/#main)\n");
        Assert.Empty(await _site.ProblemsAsync());
        _site.Add(SiteFolder.Petition, "Withdrawn: {Date: 2026-05-01, Reason: It was wrong.}");

        const string Problem = "input/press-releases/ferry/index.md:10: /petitions/ferry/ was withdrawn, "
            + "and has no place \"#why\" any more; take out \"#why\".";
        Assert.Equal([Problem], await _site.ProblemsAsync());
    }

    public void Dispose() => _site.Dispose();
}
