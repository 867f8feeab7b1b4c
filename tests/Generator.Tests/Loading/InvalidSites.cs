using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Loading;

public sealed class InvalidSites : IDisposable
{
    private const string Release = "input/" + SiteFolder.Release;
    private const string Petition = "input/" + SiteFolder.Petition;

    private readonly SiteFolder _site = new();

    [Theory]
    [InlineData("Subheding: Again", "2: \"Subheding\" is not a field that is known here; did you mean Subheading.")]
    [InlineData("Tags: [children]", "7: \"Tags\" is here twice; keep one of them.")]
    [InlineData("Subheading: *a", "2: this is a reference to another part of the file, or a name for one; write the text itself; in quotation marks if it begins with * or &.")]
    [InlineData("Subheading: &a Again", "2: this is a reference to another part of the file, or a name for one; write the text itself; in quotation marks if it begins with * or &.")]
    [InlineData("Related: &all [ferry]", "2: this is a reference to another part of the file, or a name for one; write the text itself; in quotation marks if it begins with * or &.")]
    [InlineData("...", "2: the fields end here; take this line out.")]
    [InlineData("Related:\n  - ferry\n  - fery", "4: there is no press release \"fery\"; did you mean ferry.")]
    [InlineData("Quotations: [{Id: a, Words: Yes, Speaker: B}, {Id: a, Words: No, Speaker: B}]", "2: Id \"a\" is taken on this page; give the quotation another.")]
    [InlineData("Contacts: [pres]", "2: the contact \"pres\" is not in site.yml; did you mean press.")]
    [InlineData("Image: {File: shore.jpg, Alt: The shore}", "2: the file shore.jpg is not there; put it beside the page, or correct the name.")]
    [InlineData("RedirectFrom: /petitions/ferry/", "2: the old address /petitions/ferry/ is that of a page; take it out.")]
    [InlineData("RedirectFrom: petitions/old/", "2: the old address \"petitions/old/\" is not a path of this site; write it as /old-address/.")]
    [InlineData("RedirectFrom:\n  - /old/\n  - /old/#part", "4: the old address \"/old/#part\" is not a path of this site; write it as /old-address/.")]
    [InlineData("RedirectFrom: [/old/, /old/]", "2: the old address /old/ is that of another page, too; keep one of them.")]
    [InlineData("Petitions: [fery]", "2: there is no petition \"fery\"; did you mean ferry.")]
    [InlineData("Expires: 2026-03-08T02:30", "2: Expires \"2026-03-08T02:30\" does not come: that night the clocks in America/Chicago go from 02:00 to 03:00; write 2026-03-08T03:00, or a time before 02:00.")]
    [InlineData("Language: Spanish", "2: \"Spanish\" is not the tag of a language; write it as es, or es-MX.")]
    [InlineData("Quotations: [{Id: a, Words: Sí, Speaker: B, Language: español}]", "2: \"español\" is not the tag of a language; write it as es, or es-MX.")]
    [InlineData("Expires: 2026-03-02T09:00", "2: Expires is not after Published, and the page would never be there; write a later time, or take Expires out.")]
    [InlineData("Subheading: \"A\\uFFFE line\"", "2: Subheading has a control character; type the text anew.")]
    [InlineData("RedirectFrom: /petitions", "2: the old address /petitions is that of a page; take it out.")]
    [InlineData("RedirectFrom: /index.html", "2: the old address /index.html is that of a page; take it out.")]
    [InlineData("RedirectFrom: /sitemap.xml", "2: the old address /sitemap.xml is that of a file of the site; take it out.")]
    [InlineData("RedirectFrom: /topics/asylum/feed.atom", "2: the old address /topics/asylum/feed.atom is that of a file of the site; take it out.")]
    [InlineData("RedirectFrom: /assets/site.css", "2: the old address /assets/site.css is that of a file of the site; take it out.")]
    [InlineData("Corrections: [{Date: 2026-03-01, Text: Two.}]", "2: Date \"2026-03-01\" is before the day of publication, 2026-03-02; write the day on which the page was changed.")]
    [InlineData("Updates:\n  - Date: 2026-02-28\n    Text: Two.", "3: Date \"2026-02-28\" is before the day of publication, 2026-03-02; write the day on which the page was changed.")]
    [InlineData("Corrections: [{Date: 2026-06-01, Text: Two.}]", "2: Date \"2026-06-01\" lies ahead: in America/Chicago it is 2026-05-31; write the day on which it happened.")]
    [InlineData("Updates: [{Date: 2027-03-02, Text: Two.}]", "2: Date \"2027-03-02\" lies ahead: in America/Chicago it is 2026-05-31; write the day on which it happened.")]
    [InlineData("Corrections: [{Date: 2026-31-05, Text: Two.}]", "2: Date \"2026-31-05\" is not a date; write it as 2026-03-02.")]
    [InlineData("Withdrawn: {Date: 2026-03-01, Reason: It never ran.}", "2: Date \"2026-03-01\" is before the day of publication, 2026-03-02; write the day on which the page was withdrawn.")]
    [InlineData("Withdrawn: {Date: 2026-06-01, Reason: It never ran.}", "2: Date \"2026-06-01\" lies ahead: in America/Chicago it is 2026-05-31; write the day on which it happened.")]
    [InlineData("Draft: perhaps", "2: Draft \"perhaps\" is neither yes nor no; write true or false.")]
    public Task FieldIsRefused(string field, string problem) => IsOneProblem(() => _site.Add(SiteFolder.Release, field), $"{Release}:{problem}");

    [Theory]
    [InlineData("", "Published: 2026-01-01", "4: Published is before that of index.md, and nobody is to read of it until then; take it out here, or write a later time.")]
    [InlineData("Draft: true", "Draft: false", "4: Draft is false, and index.md is not public; take it out here.")]
    [InlineData("Expires: 2026-06-15", "Expires: 2026-07-01", "4: Expires is after that of index.md, and nobody is to read of it from then on; take it out here, or write an earlier time.")]
    public Task TranslationIsNoMorePublicThanItsOriginal(string original, string translation, string problem) => IsOneProblem(
        () =>
        {
            _site.SpeakSpanish();
            if (original.Length > 0)
                _site.Add(SiteFolder.Release, original);
            _site.Write("press-releases/ferry/index.es.md", $"---\nTitle: El transbordador navega\nDescription: Navega.\n{translation}\n---\nUn texto.\n");
        },
        $"input/press-releases/ferry/index.es.md:{problem}");

    [Fact]
    public Task FilingOfADayToComeIsRefused() => IsOneProblem(
        () => _site.Replace(SiteFolder.Petition, "Filings:\n", "Filings:\n  - {Title: A filing, Date: 2026-06-01, From: A, To: B}\n"),
        $"{Petition}:12: Date \"2026-06-01\" lies ahead: in America/Chicago it is 2026-05-31; write the day on which it happened.");

    [Fact]
    public async Task TextThatIsNestedTooDeeplyDoesNotHideOtherProblems()
    {
        _site.Write("pages/deep.md", $"---\nTitle: Deep\nDescription: D.\n---\n{new string('[', 3000)}\n");
        _site.Add(SiteFolder.Release, "Subheding: Again");

        Assert.Equal(
            [
                "input/pages/deep.md:5: quotations, lists or brackets of the text are nested too deeply; take out signs such as > and [ that stand in a row.",
                $"{Release}:2: \"Subheding\" is not a field that is known here; did you mean Subheading.",
            ], await _site.ProblemsAsync());
    }

    [Theory]
    [InlineData("Topics:\n", "  - {Slug: asylum, Title: Refuge}\n", "27: the topic \"asylum\" is here twice; give one of them another Slug.")]
    [InlineData("Contacts:\n", "  - {Key: press, Name: Another desk, Email: desk@example.org}\n", "20: the contact \"press\" is here twice; give one of them another Key.")]
    public Task NamesOfTheSiteAreThereOnce(string list, string again, string problem) =>
        IsOneProblem(() => _site.Replace("site.yml", list, list + again), $"input/site.yml:{problem}");

    [Theory]
    [InlineData("Title: The ferry runs\n", "", "2: Title is missing; add a line \"Title: …\".")]
    [InlineData("2026-03-02T09:00", "2026-02-30", "5: Published \"2026-02-30\" is not a date and time; write it as 2026-03-02T09:00.")]
    [InlineData("Published: 2026-03-02T09:00\n", "", "2: Published is missing; add a line \"Published: …\".")]
    [InlineData("[asylum]", "[asylums]", "6: the topic \"asylums\" is not in site.yml; did you mean asylum.")]
    [InlineData("[asylum]", "\n\t- asylum", "7: a tab indents this line; indent with spaces.")]
    [InlineData("Title: The", "Title: \"The", "2: this is not YAML that can be read; put words with a colon in quotation marks, or look for a missing colon, quotation mark or indent, here or on the line before.")]
    [InlineData("---\nTitle", "Title", "1: the file does not begin with front matter; begin it with a line ---, the fields, and another line ---.")]
    [InlineData("---\nA text", "A text", "1: the front matter has no end; add a line --- below the fields.")]
    public Task FrontMatterIsRefused(string old, string with, string problem) =>
        IsOneProblem(() => _site.Replace(SiteFolder.Release, old, with), $"{Release}:{problem}");

    [Theory]
    [InlineData("[a](/petition/ferry/)", "there is no page /petition/ferry/; did you mean /petitions/ferry/.")]
    [InlineData("[a](xref:fery)", "there is no page with the name \"fery\"; did you mean xref:ferry.")]
    [InlineData("[a](xref:ferry)", "several pages have the name \"ferry\"; write one of /petitions/ferry/, /press-releases/ferry/.")]
    [InlineData("[a](ferry.pdf)", "the file ferry.pdf is not there; put it beside the page, or correct the name.")]
    [InlineData("[a](../../../secret.pdf)", "../../../secret.pdf is outside the folder of the site; put the file beside the page.")]
    [InlineData("[a](javascript:alert(1))", "the link \"javascript:alert(1)\" is not one for readers; use https://, mailto: or tel:.")]
    [InlineData("[a](JavaScript:alert)", "the link \"JavaScript:alert\" is not one for readers; use https://, mailto: or tel:.")]
    [InlineData("<javascript:alert(1)>", "the link \"javascript:alert(1)\" is not one for readers; use an address that begins with https://.")]
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
    [InlineData("[a](/petitions/ferry/ferry-documents.zip)", "nothing is published at /petitions/ferry/ferry-documents.zip; correct the address.")]
    [InlineData("A\u000Bline", "the text has a control character; type the line anew.")]
    [InlineData("Island\uFFFEs, é and \u00A0 too", "the text has a control character; type the line anew.")]
    [InlineData("A\u0085line", "the text has a control character; type the line anew.")]
    [InlineData("A&#7;line", "\"&#7;\" is a control character; take it out.")]
    [InlineData("[](https://example.org/)", "the link has no words; write [what it leads to](address).")]
    [InlineData("#### Deep", "a heading of level 4 follows one of level 1; begin it with ##.")]
    [InlineData("# Title", "the title is the only heading of the first level; begin this one with ##.")]
    [InlineData("<script>alert(1)</script>", "HTML is not allowed in a text; write it in Markdown, or put a backslash before the <.")]
    [InlineData("a <b>text", "HTML is not allowed in a text; write it in Markdown, or put a backslash before the <.")]
    [InlineData("[a](https://example.org/){onclick=alert}", "\"onclick\" is not an attribute for a text; use lang, or credit on an image.")]
    [InlineData("## Background\n\n[a](#backgruond)", "12: this page has no place \"#backgruond\"; did you mean #background.")]
    [InlineData("## One\n\n## Two\n\n[a](#somewhere-else)", "14: this page has no place \"#somewhere-else\"; write one of #one, #two.")]
    [InlineData("[a](#somewhere)", "this page has no place \"#somewhere\"; take out \"#somewhere\".")]
    [InlineData("[a](/petitions/ferry/#asks)", "/petitions/ferry/ has no place \"#asks\"; take out \"#asks\".")]
    [InlineData("[a](../../petitions/ferry/#asks)", "/petitions/ferry/ has no place \"#asks\"; take out \"#asks\".")]
    [InlineData("[a](../../404.md#asks)", "/404.html has no place \"#asks\"; take out \"#asks\".")]
    [InlineData("[a](xref:home#asks)", "/ has no place \"#asks\"; take out \"#asks\".")]
    [InlineData("[a](/petitions/#asks)", "/petitions/ has no place \"#asks\"; take out \"#asks\".")]
    [InlineData("A text. {#here}\n\nAnother. {#here}", "12: the name \"#here\" is taken on this page; give this place another.")]
    [InlineData("## Here {#here}\n\n## There {#here}", "12: the name \"#here\" is taken on this page; give this place another.")]
    [InlineData("A text. {#here}\n\n## There {#here}", "12: the name \"#here\" is taken on this page; give this place another.")]
    [InlineData("##", "the heading has no words; write some behind ##, or take the line out.")]
    [InlineData("## {#here}", "the heading has no words; write some behind ##, or take the line out.")]
    [InlineData("A word.[^1]", "there is no footnote [^1]; add a line \"[^1]: The note.\", or put a backslash before the [.")]
    [InlineData("A word.\n\n[^1]: A note.", "12: no [^1] leads to this footnote; write [^1] in the text, or take the footnote out.")]
    [InlineData("A word.[^1]\n\n[^1]: A note.\n\n[^1]: Another.", "14: no [^1] leads to this footnote; write [^1] in the text, or take the footnote out.")]
    [InlineData("The [board][iachr] and\nthe [*other*][board]\n\n[iachr]: https://example.org/", "11: the text does not say where [board] leads; write [what it leads to](address), or put a backslash before the [.")]
    [InlineData("The [board][].", "the text does not say where [] leads; write [what it leads to](address), or put a backslash before the [.")]
    [InlineData("[a]{lang=Spanish}", "\"Spanish\" is not the tag of a language; write it as es, or es-MX.")]
    [InlineData("::: {lang=es}\nUno.", "the lines that \":::\" begins have no end; add a line \":::\" below them.")]
    [InlineData(":::\nUno.\n:::", "\":::\" is not known; write \":::quotation ID\", with an Id of Quotations in the front matter, or \"::: {lang=es}\" around words in another language.")]
    [InlineData(":::: {lang=es}\n:::quotation a\n:::\n::::", "11: a quotation stands by itself; move it out of what surrounds it.")]
    [InlineData(":::quotation mccarthy\n:::", "there is no quotation \"mccarthy\" in the front matter; add it there under Quotations.")]
    public Task TextIsRefused(string text, string problem) =>
        IsOneProblem(() => _site.AddText(SiteFolder.Release, $"\n{text}\n"), $"{Release}:{(char.IsAsciiDigit(problem[0]) ? "" : "10: ")}{problem}");

    [Theory]
    [InlineData("https://example.org/shore.png")]
    [InlineData("//example.org/shore.png")]
    [InlineData("data:image/png;base64,AAAA")]
    public Task PictureFromElsewhereIsRefused(string address) => IsOneProblem(
        () => _site.AddText(SiteFolder.Release, $"\n![The shore]({address})\n"),
        $"{Release}:10: the image {address} is elsewhere, from where readers load nothing; put the file beside the page, and write its name.");

    [Fact]
    public Task PictureThatNobodyDescribedAndThatIsNotThereIsTwoProblems() => IsOneProblem(
        () => _site.AddText(SiteFolder.Release, "\n![](shore.jpg)\n"),
        $"{Release}:10: the file shore.jpg is not there; put it beside the page, or correct the name.",
        $"{Release}:10: the image has no text for people who cannot see it; describe it: ![What it shows](file.jpg).");

    [Fact]
    public Task ReleaseWithoutATextIsRefused() => IsOneProblem(() => _site.Replace(SiteFolder.Release, "A text.", ""), $"{Release}:7: there is no text; write it below the second line ---.");

    [Fact]
    public Task PageWithoutATextIsRefused() => IsOneProblem(() => _site.Write("pages/about.md", "---\nTitle: t\nDescription: d\n---\n"), "input/pages/about.md:4: there is no text; write it below the second line ---.");

    [Theory]
    [InlineData("Petitioners: [Test Rights]", "Petitioners: []", "4: Petitioners is empty")]
    [InlineData("Asks: [That the ferry run]", "Asks: []", "7: Asks is empty")]
    [InlineData("Statuses:\n  - Date: 2026-01-05\n    State: filed", "Statuses: []", "8: Statuses is empty")]
    [InlineData("Filings:\n  - Kind: original\n    Title: The petition\n    Date: 2026-01-05\n    From: Test Rights\n    To: the Commission", "Filings: []", "11: Filings is empty")]
    public Task AListThatHasToBeThereHasSomethingInIt(string old, string with, string problem) =>
        IsOneProblem(() => _site.Replace(SiteFolder.Petition, old, with), $"input/{SiteFolder.Petition}:{problem}; write at least one below it, on a line that begins with \"- \".");

    [Fact]
    public Task BannerThatLeadsNowhereIsRefused() => IsOneProblem(
        () => _site.Write("campaigns/spring.yml", SiteFolder.Spring.Replace("/petitions/", "/give/", StringComparison.Ordinal)),
        "input/campaigns/spring.yml:13: there is no page /give/; correct the address.");

    [Fact]
    public Task BannerThatLeadsToAMissingPlaceIsRefusedBeforeItShows() => IsOneProblem(
        () => _site.Write("campaigns/spring.yml", SiteFolder.Spring.Replace("/petitions/", "/petitions/ferry/#asks", StringComparison.Ordinal).Replace("2026", "2027", StringComparison.Ordinal)),
        "input/campaigns/spring.yml:13: /petitions/ferry/ has no place \"#asks\"; take out \"#asks\".");

    [Theory]
    [InlineData("Link: /press-release/", "there is no page /press-release/; did you mean /press-releases/.")]
    [InlineData("Link: /petitions/ferry/#asks", "/petitions/ferry/ has no place \"#asks\"; take out \"#asks\".")]
    [InlineData("Link: petitions/ferry/index.md", "the link \"petitions/ferry/index.md\" would not be the same on every page; write /petitions/ferry/.")]
    [InlineData("Link: \"#main\"", "the link \"#main\" would not be the same on every page; write /#main.")]
    public Task LinkOfTheNavigationIsRefused(string link, string problem) =>
        IsOneProblem(() => _site.Replace("site.yml", "Link: /press-releases/", link), $"input/site.yml:26: {problem}");

    [Theory]
    [InlineData("/old/", "/neu/", "30: there is no page /neu/; correct the address.")]
    [InlineData("/petitions/", "/", "29: the old address /petitions/ is that of a page; take it out.")]
    public Task RedirectOfTheSiteIsRefused(string from, string to, string problem) =>
        IsOneProblem(() => _site.Replace("site.yml", "Topics:", $"PageSize: 20\nRedirects:\n  - From: {from}\n    To: {to}\nTopics:"), $"input/site.yml:{problem}");

    [Theory]
    [InlineData("Email: info@example.test", "Email: press", "17: Email \"press\" is not an e-mail address; write it as info@example.org.")]
    [InlineData("Email: info@example.test", "Email: info@example", "17: Email \"info@example\" is not an e-mail address; write it as info@example.org.")]
    [InlineData("AccessibleFormatsEmail: access@example.test", "AccessibleFormatsEmail: Access desk <access@example.test>", "18: AccessibleFormatsEmail \"Access desk <access@example.test>\" is not an e-mail address; write it as info@example.org.")]
    [InlineData("SecurityEmail: security@example.test", "SecurityEmail: mailto:security@example.test", "19: SecurityEmail \"mailto:security@example.test\" is not an e-mail address; write it as info@example.org.")]
    [InlineData("Email: press@example.test", "Email: press@desk@example.test", "23: Email \"press@desk@example.test\" is not an e-mail address; write it as info@example.org.")]
    [InlineData("Email: press@example.test", "Email: press@example.test\n    Phone: abc", "24: Phone \"abc\" is not a telephone number; write it as +1 202 555 0100, or as +1 202 555 0100 ext. 12.")]
    [InlineData("Email: info", "Phone: +1 202 555 010O\nEmail: info", "17: Phone \"+1 202 555 010O\" is not a telephone number; write it as +1 202 555 0100, or as +1 202 555 0100 ext. 12.")]
    [InlineData("Navigation:\n  - Text: Press releases\n    Link: /press-releases/", "Navigation: []", "24: Navigation is empty; write at least one below it, on a line that begins with \"- \".")]
    public Task FieldOfTheSiteIsRefused(string old, string with, string problem) => IsOneProblem(() => _site.Replace("site.yml", old, with), $"input/site.yml:{problem}");

    [Fact]
    public Task LanguageThatIsNoneIsRefused() =>
        IsOneProblem(() => _site.Replace("site.yml", "Languages: [en, es]", "Languages: [en, Spanish]"), "input/site.yml:9: \"Spanish\" is not the tag of a language; write it as es, or es-MX.");

    [Fact]
    public Task FieldsThatNobodyWouldReadAreRefused() =>
        IsOneProblem(() => _site.Replace("site.yml", "Email: info", "---\nEmail: info"), "input/site.yml:17: the fields end here; take this line out.");

    [Fact]
    public Task UnknownStateIsRefused() => IsOneProblem(() => _site.Replace(SiteFolder.Petition, "State: filed", "State: filled"),
        $"{Petition}:10: State \"filled\" is not known; did you mean filed.");

    [Fact]
    public Task CorrectionOfTomorrowIsRefusedBeforeItsPageIsPublicAndNotOnlyThen() => IsOneProblem(
        () =>
        {
            _site.Replace(SiteFolder.Release, "2026-03-02T09:00", "2026-12-01T09:00");
            _site.Add(SiteFolder.Release, "Corrections: [{Date: 2026-12-02, Text: Two.}]");
        },
        $"{Release}:2: Date \"2026-12-02\" lies ahead: the page comes out on 2026-12-01; write the day on which it happened.");

    [Fact]
    public Task StatusOfTomorrowIsRefused() => IsOneProblem(() => _site.Replace(SiteFolder.Petition, "  - Date: 2026-01-05\n    State", "  - Date: 2026-06-01\n    State"),
        $"{Petition}:9: Date \"2026-06-01\" lies ahead: in America/Chicago it is 2026-05-31; write the day on which it happened.");

    [Fact]
    public Task FilingWithoutItsFileIsRefused() => IsOneProblem(
        () => _site.Replace(SiteFolder.Petition, "    To: the Commission\n", "    To: the Commission\n    File: petition.pdf\n"),
        $"{Petition}:17: the file petition.pdf is not there; put it beside the page, or correct the name.");

    [Fact]
    public Task FileThatIsNoPdfIsRefused() => IsOneProblem(() => File("petition.pdf", "words"u8.ToArray()),
        $"{Petition}:17: petition.pdf is not a PDF, or is damaged; export it again from the program it was made with.");

    [Fact]
    public Task HugeDocumentIsRefused() => IsOneProblem(() =>
    {
        File("petition.pdf", []);
        using var file = System.IO.File.OpenWrite(_site.PathOf("petitions/ferry/petition.pdf"));
        file.SetLength(100 * 1024 * 1024);
    }, $"{Petition}:17: petition.pdf is 100 MB; the limit is 50 MB; make it smaller or split it.");

    [Fact]
    public Task DocumentThatIsALinkIsRefused() => IsOneProblem(() =>
    {
        File("petition.pdf", []);
        System.IO.File.Delete(_site.PathOf("petitions/ferry/petition.pdf"));
        System.IO.File.CreateSymbolicLink(_site.PathOf("petitions/ferry/petition.pdf"), "/etc/hostname");
    },
        $"{Petition}:17: petition.pdf is a link to another place; put the file itself beside the page.",
        $"{Petition.Replace("index.md", "petition.pdf", StringComparison.Ordinal)}:1: this is a link to another place; put the file itself here.");

    [Theory]
    [InlineData("pages/search.md", "the address /search/ is that of Search; rename the file.")]
    [InlineData("pages/topics.md", "the address /topics/ is that of Topics; rename the file.")]
    [InlineData("pages/petitions/index.md", "the address /petitions/ is that of Petitions; rename the file.")]
    public Task AddressOfAListIsNoPages(string file, string problem) => IsOneProblem(
        () => _site.Write(file, "---\nTitle: t\nDescription: d\n---\nText.\n"), $"input/{file}:1: {problem}");

    [Theory]
    [InlineData("press-releases/2014.md")]
    [InlineData("press-releases/2026/index.md")]
    public Task AddressOfAYearIsNoReleases(string file) => IsOneProblem(
        () => _site.Write(file, System.IO.File.ReadAllText(_site.PathOf(SiteFolder.Release))), $"input/{file}:1: the address /press-releases/{file[15..19]}/ is that of a year's archive; rename it to say what it is about.");

    [Fact]
    public Task TwoFilesForOneAddressAreRefused() => IsOneProblem(
        () => System.IO.File.Copy(_site.PathOf(SiteFolder.Release), _site.PathOf("press-releases/ferry.md")),
        $"{Release}:1: the address /press-releases/ferry/ is that of input/press-releases/ferry.md, too; rename one of them.");

    [Fact]
    public Task TranslationWithoutAnOriginalIsRefused() => IsOneProblem(
        () => System.IO.File.Copy(_site.PathOf(SiteFolder.Release), _site.PathOf("press-releases/shore.es.md")),
        "input/press-releases/shore.es.md:1: the translation has no original; put shore.md beside it.");

    [Fact]
    public Task LanguageThatTheSiteDoesNotSpeakIsRefused() => IsOneProblem(
        () => System.IO.File.Copy(_site.PathOf(SiteFolder.Release), _site.PathOf("press-releases/ferry/index.fr.md")),
        "input/press-releases/ferry/index.fr.md:1: the language \"fr\" is not in site.yml; add it there under Languages, or take it out of the file's name.");

    [Fact]
    public Task NameThatSaysNoLanguageIsRefused() => IsOneProblem(
        () => System.IO.File.Copy(_site.PathOf(SiteFolder.Release), _site.PathOf("press-releases/ferry/index.v2.md")),
        "input/press-releases/ferry/index.v2.md:1: the file's name says \"v2\" where a language is said; rename it to press-releases/ferry/index-v2.md.");

    [Fact]
    public Task NameWithOtherCharactersIsRefused() => IsOneProblem(
        () => System.IO.File.Copy(_site.PathOf("404.md"), _site.PathOf("Petición final.md")),
        "input/Petición final.md:1: the name of the file or its folder has other characters than a to z, 0 to 9 and -; rename it to peticion-final.md.");

    [Fact]
    public Task OtherEncodingIsRefusedWithItsLine() => IsOneProblem(
        () => _site.Write(SiteFolder.Release, [.. System.IO.File.ReadAllBytes(_site.PathOf(SiteFolder.Release)), .. "\nPetici"u8, 0xF3, .. "n\n"u8]),
        $"{Release}:10: the text is not UTF-8; save the file with the encoding UTF-8.");

    [Fact]
    public Task LongTextIsRefused() => IsOneProblem(() => _site.AddText(SiteFolder.Release, new string('a', 1_200_000)),
        $"{Release}:1: the file has 1.3 MB; a text has at most 1 MB; check that it is the right file.");

    [Fact]
    public Task TextOneByteTooLongIsRefused() => IsOneProblem(
        () => _site.AddText(SiteFolder.Release, new string('a', 1_000_001 - (int)new FileInfo(_site.PathOf(SiteFolder.Release)).Length)),
        $"{Release}:1: the file has 1.1 MB; a text has at most 1 MB; check that it is the right file.");

    [Fact]
    public Task PageThatIsALinkIsRefused() => IsOneProblem(
        () => System.IO.File.CreateSymbolicLink(_site.PathOf("about.md"), _site.PathOf("404.md")),
        "input/about.md:1: this is a link to another place; put the file itself here.");

    [Fact]
    public async Task SeveralProblemsComeTogetherInTheOrderOfTheirPlaces()
    {
        _site.AddText(SiteFolder.Release, "\n# Title\n\n<b>\n");
        _site.Replace(SiteFolder.Release, "Title: The", "Titel: The");
        _site.Replace(SiteFolder.Petition, "State: filed", "State: lost");
        _site.Replace("site.yml", "America/Chicago", "Chicago");
        _site.Write("campaigns/spring.yml", "Title: Spring\n");

        Assert.Equal("""
            input/campaigns/spring.yml:1: Amounts is missing; add a line "Amounts: …".
            input/campaigns/spring.yml:1: Announced is missing; add a line "Announced: …".
            input/campaigns/spring.yml:1: Before is missing; add a line "Before: …".
            input/campaigns/spring.yml:1: Day is missing; add a line "Day: …".
            input/campaigns/spring.yml:1: Description is missing; add a line "Description: …".
            input/campaigns/spring.yml:1: Over is missing; add a line "Over: …".
            input/campaigns/spring.yml:1: Thanks is missing; add a line "Thanks: …".
            input/campaigns/spring.yml:1: ThanksUntil is missing; add a line "ThanksUntil: …".
            input/campaigns/spring.yml:1: nothing says when the campaign is; add Starts and Ends, GivingTuesday with its year, or "AlwaysOpen: true".
            input/petitions/ferry/index.md:10: State "lost" is not known; write one of filed, pending, granted, denied, closed, unknown.
            input/press-releases/ferry/index.md:2: "Titel" is not a field that is known here; did you mean Title.
            input/press-releases/ferry/index.md:2: Title is missing; add a line "Title: …".
            input/press-releases/ferry/index.md:10: the title is the only heading of the first level; begin this one with ##.
            input/press-releases/ferry/index.md:12: HTML is not allowed in a text; write it in Markdown, or put a backslash before the <.
            input/site.yml:8: TimeZone "Chicago" is not known; write it as America/Chicago.
            """, string.Join('\n', await _site.ProblemsAsync()));
        Assert.False(Directory.Exists(_site.Output));
    }

    [Fact]
    public async Task NothingAtAllIsOneProblem()
    {
        Directory.Delete(_site.Input, recursive: true);

        Assert.Equal([$"{_site.Input}:1: the folder is not there; run the command in the project's folder, or say where with --input."],
            (await _site.BuildAsync()).Problems.Select(p => p.ToString()));
    }

    public void Dispose() => _site.Dispose();

    private void File(string name, byte[] bytes)
    {
        _site.Replace(SiteFolder.Petition, "    To: the Commission\n", $"    To: the Commission\n    File: {name}\n");
        _site.Write($"petitions/ferry/{name}", bytes);
    }

    private async Task IsOneProblem(Action spoil, params string[] problems)
    {
        spoil();

        Assert.Equal(string.Join('\n', problems), string.Join('\n', await _site.ProblemsAsync()));
    }
}
