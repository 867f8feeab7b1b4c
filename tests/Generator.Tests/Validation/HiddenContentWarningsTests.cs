using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Validation;

public sealed class HiddenContentWarningsTests : IDisposable
{
    private static readonly byte[] _signed = ZippedParts.Of(("docProps/core.xml", "<c><creator>A. Witness</creator></c>"));

    private readonly SiteFolder _site = new();

    [Fact]
    public async Task DocumentIsNamedOnceWhateverNamesIt()
    {
        _site.SpeakSpanish();
        _site.Write("press-releases/ferry/paper.docx", _signed);
        _site.Write(
            "press-releases/ferry/index.es.md", "---\nTitle: El ferry\nDescription: Otra vez.\nDateline: CHICAGO\n---\nUn texto.\n");
        _site.Add(SiteFolder.Release, "Documents: [{Title: The paper, Date: 2026-01-01, File: paper.docx}]");
        _site.AddText(SiteFolder.Release, "[The paper](paper.docx)\n");

        Assert.Equal([Warning("press-releases/ferry/paper.docx")], await WarningsAsync());
    }

    [Fact]
    public async Task DocumentThatOnlyATextLinksToIsNamedToo()
    {
        _site.Write("press-releases/ferry/paper.docx", _signed);
        _site.AddText(SiteFolder.Release, "[The paper](paper.docx)\n");

        Assert.Equal([Warning("press-releases/ferry/paper.docx")], await WarningsAsync());
    }

    [Fact]
    public async Task RefusedDocumentStopsTheBuildAtItsLine()
    {
        _site.Write("press-releases/ferry/paper.xlsx", ZippedParts.Of(("xl/comments1.xml", "<c><comment/></c>")));
        _site.Add(SiteFolder.Release, "Documents: [{Title: The paper, Date: 2026-01-01, File: paper.xlsx}]");

        Assert.Equal(
            ["input/press-releases/ferry/index.md:2: paper.xlsx has comments; delete all of them, and save it again."],
            await _site.ProblemsAsync());
    }

    public void Dispose() => _site.Dispose();

    private static string Warning(string file) => $"warning: input/{file} says things about itself: author; "
        + "take out what is not for readers: in Word, Excel or PowerPoint, choose File, Info, Inspect Document, "
        + "or in LibreOffice File, Properties, Reset Properties.";

    private async Task<IEnumerable<string>> WarningsAsync()
    {
        var result = await _site.BuildAsync();
        Assert.Empty(result.Problems);
        return result.Warnings.Select(warning => warning.ToString().Replace(_site.Input, "input", StringComparison.Ordinal))
            .Where(warning => warning.Contains("says things", StringComparison.Ordinal));
    }
}
