using Advocacy.Generator.Documents;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Validation;

public sealed class DocumentAccessibilityTests : IDisposable
{
    private readonly SiteFolder _site = new();

    public DocumentAccessibilityTests() =>
        _site.Replace(SiteFolder.Petition, "    To: the Commission\n", "    To: the Commission\n    File: petition.pdf\n");

    [Fact]
    public async Task WarningsSayWhatToDo()
    {
        _site.Write("petitions/ferry/petition.pdf", SmallPdf.Write());

        var result = await _site.BuildAsync();

        Assert.Empty(result.Problems);
        Assert.Equal(
            [
                "warning: input/petitions/ferry/petition.pdf has no text, only pictures of pages; "
                    + "run text recognition (OCR) on it, or write its text out in Markdown beside it, under the same name.",
                "warning: input/petitions/ferry/petition.pdf is not tagged, "
                    + "so that a screen reader finds no headings and no order in it; "
                    + "export it again as a tagged PDF: in Word, choose \"Document structure tags for accessibility\".",
                "warning: input/petitions/ferry/petition.pdf has no title of its own; "
                    + "fill in Title in the document's properties, and export it again.",
                "warning: input/petitions/ferry/petition.pdf does not say which language it is in; "
                    + "set the language in the program it was made with, and export it again.",
            ],
            result.Warnings.Select(w => w.ToString().Replace(_site.Input, "input", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ThereIsNoWarningWhereTheStaffWroteOutTheTextAndTheFileSaysTheRest()
    {
        var pdf = SmallPdf.Write(
            catalog: "/StructTreeRoot 3 0 R /MarkInfo 4 0 R /Lang (en)", trailer: "/Info << /Title (The petition) >>");
        _site.Write("petitions/ferry/petition.pdf", pdf);
        _site.Write("petitions/ferry/petition.md", "It should run.\n");

        Assert.Empty((await _site.BuildAsync()).Warnings);
    }

    [Fact]
    public void WarningNamesThePagesWithoutText()
    {
        var facts = new DocumentFacts("PDF", 1, 12, "", true) { Title = "t", Language = "en", Text = "page 1\np Words.\nend" };

        Assert.Equal("is so long that its text is shown, and found, for its first pages only", IssueOf(facts));
        facts = facts with { Text = "page 1\np Words.", Pictures = [2] };
        Assert.Equal("has no text on page 2, only pictures", IssueOf(facts));
        facts = facts with { Pictures = [.. Enumerable.Range(2, 10)] };
        Assert.Equal("has no text on pages 2, 3, 4, 5, 6, 7, 8, 9 and 2 more, only pictures", IssueOf(facts));
        Assert.Empty(AccessibilityIssue.Of(facts, writtenOut: true));

        static string IssueOf(DocumentFacts facts) => Assert.Single(AccessibilityIssue.Of(facts, writtenOut: false)).What;
    }

    public void Dispose() => _site.Dispose();
}
