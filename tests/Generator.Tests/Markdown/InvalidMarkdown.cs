using Advocacy.TestKit;
using Advocacy.Tests.Generator.Loading;
using Xunit;

namespace Advocacy.Tests.Generator.Markdown;

public sealed class InvalidMarkdown : SiteWithOneMistake
{
    private const string NoAttribute =
        "is not an attribute for this place; use lang, credit on an image or #name on a heading, or put a backslash before the {.";

    private const string NoteWithin =
        "stands within a list, a quotation or a passage; begin its line at the margin, below all of that, with an empty line before it.";

    private const string TouchedTable =
        "a line of text touches the table, and readers would get its bars; put an empty line between them.";

    [Theory]
    [InlineData("[a](/petition/ferry/)", "there is no page /petition/ferry/; did you mean /petitions/ferry/.")]
    [InlineData("[a](xref:fery)", "there is no page with the name \"fery\"; did you mean xref:ferry.")]
    [InlineData("[a](xref:ferry)", "several pages have the name \"ferry\"; write one of /petitions/ferry/, /press-releases/ferry/.")]
    [InlineData("[a](ferry.pdf)", "the file ferry.pdf is not there; put it beside the page, or correct the name.")]
    [InlineData("[a](../../../secret.pdf)", "../../../secret.pdf is outside the folder of the site; put the file beside the page.")]
    [InlineData("[a](javascript:alert(1))", "the link \"javascript:alert(1)\" is not one for readers; use https://, mailto: or tel:.")]
    [InlineData("[a](JavaScript:alert)", "the link \"JavaScript:alert\" is not one for readers; use https://, mailto: or tel:.")]
    [InlineData(
        "<javascript:alert(1)>",
        "the link \"javascript:alert(1)\" is not one for readers; use an address that begins with https://.")]
    [InlineData("[a](//example.org/)", "the link \"//example.org/\" names no protocol; begin it with https://.")]
    [InlineData("[a](https://)", "the link \"https://\" leads nowhere; write the whole address.")]
    [InlineData("[a](https:///petitions/)", "the link \"https:///petitions/\" leads nowhere; write the whole address.")]
    [InlineData("<https://>", "the link \"https://\" leads nowhere; write the whole address.")]
    [InlineData("[a](mailto:)", "the link \"mailto:\" leads nowhere; write the whole address.")]
    [InlineData("[a](tel:)", "the link \"tel:\" leads nowhere; write the whole address.")]
    [InlineData("[a](https://example.test/petition/ferry/)", "there is no page /petition/ferry/; did you mean /petitions/ferry/.")]
    [InlineData("<https://Example.test/nowhere/>", "there is no page /nowhere/; correct the address.")]
    [InlineData("[a](https://example.test/petitions/ferry/#asks)", "/petitions/ferry/ has no place \"#asks\"; take out \"#asks\".")]
    [InlineData("[a](/nowhere/?amount=50)", "there is no page /nowhere/; correct the address.")]
    [InlineData("[a](/feed.xml)", "nothing is published at /feed.xml; did you mean /feed.rss.")]
    [InlineData(
        "[a](/petitions/ferry/ferry-documents.zip)",
        "nothing is published at /petitions/ferry/ferry-documents.zip; correct the address.")]
    [InlineData("A\u000Bline", "the text has a control character; type the line anew.")]
    [InlineData("Island\uFFFEs, é and \u00A0 too", "the text has a control character; type the line anew.")]
    [InlineData("A\u0085line", "the text has a control character; type the line anew.")]
    [InlineData("A&#7;line", "\"&#7;\" is a control character; take it out.")]
    [InlineData("[](https://example.org/)", "the link has no words; write [what it leads to](address).")]
    [InlineData("#### Deep", "a heading of level 4 follows one of level 1; begin it with ##.")]
    [InlineData("# Title", "the title is the only heading of the first level; begin this one with ##.")]
    [InlineData("<script>alert(1)</script>", "HTML is not allowed in a text; write it in Markdown, or put a backslash before the <.")]
    [InlineData("a <b>text", "HTML is not allowed in a text; write it in Markdown, or put a backslash before the <.")]
    [InlineData("[a](https://example.org/){onclick=alert}", $"\"onclick\" {NoAttribute}")]
    [InlineData("[a](https://example.org/){.external}", $"\".external\" {NoAttribute}")]
    [InlineData("*a*{#b}", $"\"#b\" {NoAttribute}")]
    [InlineData("[a]{credit=\"Jo\"}", $"\"credit\" {NoAttribute}")]
    [InlineData("## A {.hidden}", $"\".hidden\" {NoAttribute}")]
    [InlineData(
        "Dijo hola {lang=es}.",
        "\"{lang=…}\" stands behind nothing that it could be about; "
            + "write [the words]{lang=es} without a space between, or put a backslash before the {.")]
    [InlineData("## Background\n\n[a](#backgruond)", "12: this page has no place \"#backgruond\"; did you mean #background.")]
    [InlineData("## One\n\n## Two\n\n[a](#somewhere-else)", "14: this page has no place \"#somewhere-else\"; write one of #one, #two.")]
    [InlineData("[a](#somewhere)", "this page has no place \"#somewhere\"; take out \"#somewhere\".")]
    [InlineData("[a](/petitions/ferry/#asks)", "/petitions/ferry/ has no place \"#asks\"; take out \"#asks\".")]
    [InlineData("[a](../../petitions/ferry/#asks)", "/petitions/ferry/ has no place \"#asks\"; take out \"#asks\".")]
    [InlineData("[a](../../404.md#asks)", "/404.html has no place \"#asks\"; take out \"#asks\".")]
    [InlineData("[a](xref:home#asks)", "/ has no place \"#asks\"; take out \"#asks\".")]
    [InlineData("[a](/petitions/#asks)", "/petitions/ has no place \"#asks\"; take out \"#asks\".")]
    [InlineData("## Here {#here}\n\n## There {#here}", "12: the name \"#here\" is taken on this page; give this place another.")]
    [InlineData("# # #", "a line of number signs ends a text on paper, and would be a heading here; take it out.")]
    [InlineData("#", "the heading has no words; write some behind #, or take the line out.")]
    [InlineData("##", "the heading has no words; write some behind ##, or take the line out.")]
    [InlineData("## {#here}", "the heading has no words; write some behind ##, or take the line out.")]
    [InlineData("A word.[^1]", "there is no footnote [^1]; add a line \"[^1]: The note.\", or put a backslash before the [.")]
    [InlineData("A word.\n\n[^1]: A note.", "12: no [^1] leads to this footnote; write [^1] in the text, or take the footnote out.")]
    [InlineData(
        "A word.[^1]\n\n[^1]: A note.\n\n[^1]: Another.",
        "14: no [^1] leads to this footnote; write [^1] in the text, or take the footnote out.")]
    [InlineData(
        "The [board][iachr] and\nthe [*other*][board]\n\n[iachr]: https://example.org/",
        "11: the text does not say where [board] leads; write [what it leads to](address), or put a backslash before the [.")]
    [InlineData(
        "The [board][].",
        "the text does not say where [] leads; write [what it leads to](address), or put a backslash before the [.")]
    [InlineData("> A word.[^1]\n>\n> [^1]: Note", $"12: the note [^1] {NoteWithin}")]
    [InlineData("- A word.\n\n  [^1]: Only a note.", $"12: the note [^1] {NoteWithin}")]
    [InlineData(
        "[Update]: done",
        "no [Update] in the text leads to this address, and readers never see the line; take it out, or put a backslash before the [.")]
    [InlineData(
        "*[IACHR]: Inter-American Commission",
        "the text has no \"IACHR\", which this line explains, and readers never see the line; "
            + "take it out, or correct the word in the square brackets.")]
    [InlineData("```\nWords", "the lines that \"```\" begins have no end; add a line \"```\" below them.")]
    [InlineData("The cases:\n| Year | Cases |\n|---|---|\n| 2024 | 3 |\nSource: the board.", $"14: {TouchedTable}")]
    [InlineData("| Year | Cases |\n|---|---|\n| 2024 | 3 |\nSource: the board.", $"13: {TouchedTable}")]
    [InlineData("> | Year | Cases |\n> |---|---|\n> | 2024 | 3 |\n> Source: the board.", $"13: {TouchedTable}")]
    [InlineData(
        "| Year | Cases |\n| 2024 | 3 |",
        "11: a table needs a line of hyphens below the names of its columns; without it readers would get its bars; "
            + "add \"|---|---|\" there, or put a backslash before each |.")]
    [InlineData("[a](press@example.org)", "the link \"press@example.org\" is neither a page nor a file; write mailto:press@example.org.")]
    [InlineData("[a](www.example.net)", "the link \"www.example.net\" is neither a page nor a file; write https://www.example.net.")]
    [InlineData("[a](example.net/b)", "the link \"example.net/b\" is neither a page nor a file; write https://example.net/b.")]
    [InlineData("[a](555-0100)", "the link \"555-0100\" is neither a page nor a file; write tel:555-0100.")]
    [InlineData("[a](http://press@example.org)", "the link \"http://press@example.org\" leads to no site; write mailto:press@example.org.")]
    [InlineData("[a](htps://example.org)", "the link \"htps://example.org\" is not one for readers; did you mean https://example.org.")]
    [InlineData(
        "[a](https://www.example.net/A B)",
        "the address (https://www.example.net/A B) has a space, and makes no link; "
            + "write (https://www.example.net/A%20B), or put a backslash before the [.")]
    [InlineData("[a]{lang=Spanish}", "\"Spanish\" is not the tag of a language; write it as es, or es-MX.")]
    [InlineData("::: {lang=es}\nUno.", "the lines that \":::\" begins have no end; add a line \":::\" below them.")]
    [InlineData(
        ":::\nUno.\n:::",
        "\":::\" is not known; write \":::quotation ID\", with an Id of Quotations in the front matter, "
            + "or \"::: {lang=es}\" around words in another language.")]
    [InlineData(":::: {lang=es}\n:::quotation a\n:::\n::::", "11: a quotation stands by itself; move it out of what surrounds it.")]
    [InlineData(":::quotation mccarthy\n:::", "there is no quotation \"mccarthy\" in the front matter; add it there under Quotations.")]
    public Task TextIsRefused(string text, string problem)
    {
        // Most are in the first line that is added.
        var line = char.IsAsciiDigit(problem[0]) ? "" : "10: ";

        return IsOneProblem(() => Site.AddText(SiteFolder.Release, $"\n{text}\n"), $"{Release}:{line}{problem}");
    }

    [Fact]
    public async Task TextThatIsNestedTooDeeplyDoesNotHideOtherProblems()
    {
        Site.Write("pages/deep.md", $"---\nTitle: Deep\nDescription: D.\n---\n{new string('[', 3000)}\n");
        Site.Add(SiteFolder.Release, "Subheding: Again");

        Assert.Equal(
            [
                "input/pages/deep.md:5: quotations, lists or brackets of the text are nested too deeply; "
                    + "take out signs such as > and [ that stand in a row.",
                $"{Release}:2: \"Subheding\" is not a field that is known here; did you mean Subheading.",
            ],
            await Site.ProblemsAsync());
    }

    [Theory]
    [InlineData("https://example.org/shore.png")]
    [InlineData("//example.org/shore.png")]
    [InlineData("data:image/png;base64,AAAA")]
    public Task PictureFromElsewhereIsRefused(string address) => IsOneProblem(
        () => Site.AddText(SiteFolder.Release, $"\n![The shore]({address})\n"),
        $"{Release}:10: the image {address} is elsewhere, from where readers load nothing; "
            + "put the file beside the page, and write its name.");

    [Fact]
    public Task PictureThatNobodyDescribedAndThatIsNotThereIsTwoProblems() => IsOneProblem(
        () => Site.AddText(SiteFolder.Release, "\n![](shore.jpg)\n"),
        $"{Release}:10: the file shore.jpg is not there; put it beside the page, or correct the name.",
        $"{Release}:10: the image has no text for people who cannot see it; describe it: ![What it shows](file.jpg).");

    [Fact]
    public Task ReleaseWithoutATextIsRefused() => IsOneProblem(
        () => Site.Replace(SiteFolder.Release, "A text.", ""),
        $"{Release}:7: there is no text; write it below the second line ---.");

    [Fact]
    public Task PageWithoutATextIsRefused() => IsOneProblem(
        () => Site.Write("pages/about.md", "---\nTitle: t\nDescription: d\n---\n"),
        "input/pages/about.md:4: there is no text; write it below the second line ---.");
}
