using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Loading;

public sealed class InvalidFrontMatter : SiteWithOneMistake
{
    [Theory]
    [InlineData("Subheding: Again", "2: \"Subheding\" is not a field that is known here; did you mean Subheading.")]
    [InlineData("Tags: [children]", "7: \"Tags\" is here twice; keep one of them.")]
    [InlineData(
        "Subheading: *a",
        "2: this is a reference to another part of the file, or a name for one; write the text itself; "
            + "in quotation marks if it begins with * or &.")]
    [InlineData(
        "Subheading: &a Again",
        "2: this is a reference to another part of the file, or a name for one; write the text itself; "
            + "in quotation marks if it begins with * or &.")]
    [InlineData(
        "Related: &all [ferry]",
        "2: this is a reference to another part of the file, or a name for one; write the text itself; "
            + "in quotation marks if it begins with * or &.")]
    [InlineData(
        "Image: {File: a",
        "2: this is not YAML that can be read; put words with a colon in quotation marks, or look for a missing colon, quotation mark "
            + "or indent, here or on the line before.")]
    [InlineData("...", "2: the fields end here; take this line out.")]
    [InlineData("Related:\n  - ferry\n  - fery", "4: there is no press release \"fery\"; did you mean ferry.")]
    [InlineData(
        "Quotations: [{Id: a, Words: Yes, Speaker: B}, {Id: a, Words: No, Speaker: B}]",
        "2: Id \"a\" is taken on this page; give the quotation another.")]
    [InlineData("Contacts: [press, press]", "2: the contact \"press\" is here twice; take one of them out.")]
    [InlineData("Petitions: [ferry, ferry]", "2: \"ferry\" is in Petitions twice; take one of them out.")]
    [InlineData("Language: xx", "2: \"xx\" is not the tag of a language; write it as es, or es-MX.")]
    [InlineData(
        "Subheading: PeticiÃ³n",
        "2: \"Ã³\" comes from reading the text in another encoding than it was saved in; "
            + "write \"ó\", look for others, and save as UTF-8.")]
    [InlineData(
        "Subheading: The boardâ€™s",
        "2: \"â€™\" comes from reading the text in another encoding than it was saved in; "
            + "write \"’\", look for others, and save as UTF-8.")]
    [InlineData("Contacts: [pres]", "2: the contact \"pres\" is not in site.yml; did you mean press.")]
    [InlineData(
        "Image: {File: shore.jpg, Alt: The shore}",
        "2: the file shore.jpg is not there; put it beside the page, or correct the name.")]
    [InlineData("RedirectFrom: /petitions/ferry/", "2: the old address /petitions/ferry/ is that of a page; take it out.")]
    [InlineData(
        "RedirectFrom: petitions/old/",
        "2: the old address \"petitions/old/\" is not a path of this site; write it as /old-address/.")]
    [InlineData(
        "RedirectFrom:\n  - /old/\n  - /old/#part",
        "4: the old address \"/old/#part\" is not a path of this site; write it as /old-address/.")]
    [InlineData("RedirectFrom: [/old/, /old/]", "2: the old address /old/ is that of another page, too; keep one of them.")]
    [InlineData("Petitions: [fery]", "2: there is no petition \"fery\"; did you mean ferry.")]
    [InlineData(
        "Expires: 2026-03-08T02:30",
        "2: Expires \"2026-03-08T02:30\" does not come: that night the clocks in America/Chicago go from 02:00 to 03:00; "
            + "write 2026-03-08T03:00, or a time before 02:00.")]
    [InlineData("Language: Spanish", "2: \"Spanish\" is not the tag of a language; write it as es, or es-MX.")]
    [InlineData(
        "Quotations: [{Id: a, Words: Sí, Speaker: B, Language: español}]",
        "2: \"español\" is not the tag of a language; write it as es, or es-MX.")]
    [InlineData(
        "Expires: 2026-03-02T09:00",
        "2: Expires is not after Published, and the page would never be there; write a later time, or take Expires out.")]
    [InlineData("Subheading: \"A\\uFFFE line\"", "2: Subheading has a control character; type the text anew.")]
    [InlineData("RedirectFrom: /petitions", "2: the old address /petitions is that of a page; take it out.")]
    [InlineData("RedirectFrom: /index.html", "2: the old address /index.html is that of a page; take it out.")]
    [InlineData("RedirectFrom: /sitemap.xml", "2: the old address /sitemap.xml is that of a file of the site; take it out.")]
    [InlineData(
        "RedirectFrom: /topics/asylum/feed.atom",
        "2: the old address /topics/asylum/feed.atom is that of a file of the site; take it out.")]
    [InlineData("RedirectFrom: /assets/site.css", "2: the old address /assets/site.css is kept for pictures and styles; take it out.")]
    [InlineData("RedirectFrom: /API/donations", "2: the old address /API/donations is kept for the donations; take it out.")]
    [InlineData("RedirectFrom: /.auth/me", "2: the old address /.auth/me is kept for the host; take it out.")]
    [InlineData("RedirectFrom: /_preview/", "2: the old address /_preview/ is kept for the preview; take it out.")]
    [InlineData(
        "Subheading: To be written",
        "2: Subheading says \"To be written\", as a new file does; write your own words, or put \"Draft: true\" back.")]
    [InlineData(
        "Updates: [{Date: 2026-03-03, Text: Por escribir.}]",
        "2: Text says \"Por escribir\", as a new file does; write your own words, or put \"Draft: true\" back.")]
    [InlineData(
        "Corrections: [{Date: 2026-03-01, Text: Two.}]",
        "2: Date \"2026-03-01\" is before the day of publication, 2026-03-02; write the day on which the page was changed.")]
    [InlineData(
        "Updates:\n  - Date: 2026-02-28\n    Text: Two.",
        "3: Date \"2026-02-28\" is before the day of publication, 2026-03-02; write the day on which the page was changed.")]
    [InlineData(
        "Corrections: [{Date: 2026-06-01, Text: Two.}]",
        "2: Date \"2026-06-01\" lies ahead: in America/Chicago it is 2026-05-31; write the day on which it happened.")]
    [InlineData(
        "Updates: [{Date: 2027-03-02, Text: Two.}]",
        "2: Date \"2027-03-02\" lies ahead: in America/Chicago it is 2026-05-31; write the day on which it happened.")]
    [InlineData("Corrections: [{Date: 2026-31-05, Text: Two.}]", "2: Date \"2026-31-05\" is not a date; write it as 2026-03-02.")]
    [InlineData(
        "Withdrawn: {Date: 2026-03-01, Reason: It never ran.}",
        "2: Date \"2026-03-01\" is before the day of publication, 2026-03-02; write the day on which the page was withdrawn.")]
    [InlineData(
        "Withdrawn: {Date: 2026-06-01, Reason: It never ran.}",
        "2: Date \"2026-06-01\" lies ahead: in America/Chicago it is 2026-05-31; write the day on which it happened.")]
    [InlineData("Draft: perhaps", "2: Draft \"perhaps\" is neither yes nor no; write true or false.")]
    public Task FieldIsRefused(string field, string problem) =>
        IsOneProblem(() => Site.Add(SiteFolder.Release, field), $"{Release}:{problem}");

    [Theory]
    [InlineData("Title: The ferry runs\n", "", "2: Title is missing; add a line \"Title: …\".")]
    [InlineData("2026-03-02T09:00", "2026-02-30", "5: Published \"2026-02-30\" is not a date and time; write it as 2026-03-02T09:00.")]
    [InlineData("Published: 2026-03-02T09:00\n", "", "2: Published is missing; add a line \"Published: …\".")]
    [InlineData("[asylum]", "[asylum, asylum]", "6: the topic \"asylum\" is here twice; take one of them out.")]
    [InlineData("[asylum]", "[asylums]", "6: the topic \"asylums\" is not in site.yml; did you mean asylum.")]
    [InlineData("[asylum]", "\n\t- asylum", "7: a tab indents this line; indent with spaces.")]
    [InlineData(
        "Title: The",
        "Title: \"The",
        "2: this is not YAML that can be read; put words with a colon in quotation marks, "
            + "or look for a missing colon, quotation mark or indent, here or on the line before.")]
    [InlineData(
        "---\nTitle",
        "Title",
        "1: the file does not begin with front matter; begin it with a line ---, the fields, and another line ---.")]
    [InlineData("---\nA text", "A text", "1: the front matter has no end; add a line --- below the fields.")]
    public Task FrontMatterIsRefused(string old, string with, string problem) =>
        IsOneProblem(() => Site.Replace(SiteFolder.Release, old, with), $"{Release}:{problem}");

    [Theory]
    [InlineData(
        "",
        "Published: 2026-01-01",
        "4: Published is before that of index.md, and nobody is to read of it until then; take it out here, or write a later time.")]
    [InlineData("Draft: true", "Draft: false", "4: Draft is false, and index.md is not public; take it out here.")]
    [InlineData(
        "Expires: 2026-06-15",
        "Expires: 2026-07-01",
        "4: Expires is after that of index.md, and nobody is to read of it from then on; take it out here, or write an earlier time.")]
    public Task TranslationIsNoMorePublicThanItsOriginal(string original, string translation, string problem) => IsOneProblem(
        () =>
        {
            Site.SpeakSpanish();
            if (original.Length > 0)
                Site.Add(SiteFolder.Release, original);
            Site.Write(
                "press-releases/ferry/index.es.md",
                $"---\nTitle: El transbordador navega\nDescription: Navega.\n{translation}\n---\nUn texto.\n");
        },
        $"input/press-releases/ferry/index.es.md:{problem}");

    [Theory]
    [InlineData("Petitioners: [Test Rights]", "Petitioners: []", "4: Petitioners is empty")]
    [InlineData("Asks: [That the ferry run]", "Asks: []", "7: Asks is empty")]
    [InlineData("Statuses:\n  - Date: 2026-01-05\n    State: filed", "Statuses: []", "8: Statuses is empty")]
    [InlineData(
        "Filings:\n  - Kind: original\n    Title: The petition\n    Date: 2026-01-05\n    From: Test Rights\n    To: the Commission",
        "Filings: []",
        "11: Filings is empty")]
    public Task AListThatHasToBeThereHasSomethingInIt(string old, string with, string problem) => IsOneProblem(
        () => Site.Replace(SiteFolder.Petition, old, with),
        $"{Petition}:{problem}; write at least one below it, on a line that begins with \"- \".");

    [Fact]
    public Task UnknownStateIsRefused() => IsOneProblem(() => Site.Replace(SiteFolder.Petition, "State: filed", "State: filled"),
        $"{Petition}:10: State \"filled\" is not known; did you mean filed.");

    [Fact]
    public Task CorrectionOfTomorrowIsRefusedBeforeItsPageIsPublicAndNotOnlyThen() => IsOneProblem(
        () =>
        {
            Site.Replace(SiteFolder.Release, "2026-03-02T09:00", "2026-12-01T09:00");
            Site.Add(SiteFolder.Release, "Corrections: [{Date: 2026-12-02, Text: Two.}]");
        },
        $"{Release}:2: Date \"2026-12-02\" lies ahead: the page comes out on 2026-12-01; write the day on which it happened.");

    [Fact]
    public Task StatusOfTomorrowIsRefused() => IsOneProblem(
        () => Site.Replace(SiteFolder.Petition, "  - Date: 2026-01-05\n    State", "  - Date: 2026-06-01\n    State"),
        $"{Petition}:9: Date \"2026-06-01\" lies ahead: in America/Chicago it is 2026-05-31; write the day on which it happened.");

    [Fact]
    public Task FilingOfADayToComeIsRefused() => IsOneProblem(
        () => Site.Replace(SiteFolder.Petition, "Filings:\n", "Filings:\n  - {Title: A filing, Date: 2026-06-01, From: A, To: B}\n"),
        $"{Petition}:12: Date \"2026-06-01\" lies ahead: in America/Chicago it is 2026-05-31; write the day on which it happened.");
}
