using Advocacy.Generator.Cli;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Cli;

public sealed class StatusCommandTests : IDisposable
{
    private readonly SiteFolder _site = new();

    [Fact]
    public async Task ListsTheStateOfEveryPage()
    {
        _site.Write("press-releases/later.md", Release("Published: 2026-12-01T09:00"));
        _site.Write("press-releases/draft.md", Release("Published: 2026-02-01\nDraft: true"));
        _site.Write("press-releases/passing.md", Release("Published: 2026-01-01\nExpires: 2026-07-01T09:00"));
        _site.Write("press-releases/gone.md", Release("Published: 2025-12-01\nExpires: 2026-01-01"));
        _site.Write("press-releases/wrong.md", Release("Published: 2025-11-01\nWithdrawn: {Date: 2025-11-05, Reason: It was wrong.}"));
        _site.Write("press-releases/later.es.md", Translation("Draft: true\nPublished: 2026-12-01T09:00"));
        _site.Write("press-releases/ferry/index.es.md", Translation("Published: 2026-03-02T09:00"));
        _site.Write("petitions/ferry/petition.pdf", SmallPdf.Write(catalog: "/Lang (en)"));
        _site.Replace(SiteFolder.Petition, "    To: the Commission\n", "    To: the Commission\n    File: petition.pdf\n");

        var (code, output, errors) = await RunAsync("--at", "2026-06-01T00:00");

        Assert.Equal("""
            Press releases
              press-releases/later    embargoed until 2026-12-01 09:00; in es: draft
              press-releases/ferry    live since 2026-03-02 09:00; in es, too
              press-releases/draft    draft; not in es
              press-releases/passing  live since 2026-01-01 00:00, until 2026-07-01 09:00; not in es
              press-releases/gone     expired 2026-01-02 00:00; not in es
              press-releases/wrong    withdrawn 2025-11-05; not in es

            Petitions
              petitions/ferry  live; not in es

            Pages
              /         live; not in es
              404.html  live; not in es

            Documents
              petitions/ferry/petition.pdf  no text, no tags, no title

            A page or a banner comes or goes at 2026-07-01 09:00 -05:00.

            """, output);
        Assert.Equal((0, 3), (code, errors.Split('\n').Count(line => line.StartsWith("warning: ", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task ListsWhichCampaignsAreTranslated()
    {
        _site.TakeGifts();
        _site.SpeakSpanish();
        const string Campaign = "Title: General\nDescription: Always.\nAlwaysOpen: true\nAmounts:\n  - {Amount: 25, Text: one crossing}\n";
        _site.Write("campaigns/general.yml", Campaign);
        _site.Write("campaigns/general.es.yml", "Title: General\nDescription: Siempre.\nAmounts:\n  - {Amount: 25, Text: una travesía}\n");
        _site.Write("campaigns/spring.yml", Campaign + "Draft: true\n");

        var (_, output, _) = await RunAsync("--at", "2026-06-01T00:00");

        Assert.Contains(
            "Campaigns\n  campaigns/general  live; in es, too\n  campaigns/spring   draft; not in es\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportsWhatCannotBeRead()
    {
        _site.Replace(SiteFolder.Release, "Title:", "Titel:");

        var (code, _, errors) = await RunAsync("--at", "2026-06-01T00:00");

        Assert.Equal(1, code);
        Assert.Equal($"""
            {_site.Input}/press-releases/ferry/index.md:2: "Titel" is not a field that is known here; did you mean Title.
            {_site.Input}/press-releases/ferry/index.md:2: Title is missing; add a line "Title: …".

            """, errors);
    }

    public void Dispose() => _site.Dispose();

    private static string Release(string fields) => $"---\nTitle: t\nDescription: d\nDateline: Chicago\n{fields}\n---\nA text.\n";

    private static string Translation(string fields) => $"---\nTitle: t\nDescription: d\n{fields}\nDateline: Chicago\n---\nTexto.\n";

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] more)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        string[] args = ["status", "--input", _site.Input, "--output", _site.Output, .. more];
        var code = await CommandLine.RunAsync(args, output, errors, TimeProvider.System, CancellationToken.None);
        return (code, output.ToString(), errors.ToString());
    }
}
