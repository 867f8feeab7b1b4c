using System.Text;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Loading;

/// <summary>The names and the kinds of files, and what they hold.</summary>
public sealed class InvalidFiles : SiteWithOneMistake
{
    [Fact]
    public Task FilingWithoutItsFileIsRefused() => IsOneProblem(
        () => Site.Replace(SiteFolder.Petition, "    To: the Commission\n", "    To: the Commission\n    File: petition.pdf\n"),
        $"{Petition}:17: the file petition.pdf is not there; put it beside the page, or correct the name.");

    [Fact]
    public Task FileThatIsNoPdfIsRefused() => IsOneProblem(() => WriteDocument("petition.pdf", "words"u8.ToArray()),
        $"{Petition}:17: petition.pdf is not a PDF, or is damaged; export it again from the program it was made with.");

    [Fact]
    public Task HugeDocumentIsRefused() => IsOneProblem(() =>
    {
        WriteDocument("petition.pdf", []);
        using var file = File.OpenWrite(Site.PathOf("petitions/ferry/petition.pdf"));
        file.SetLength(100 * 1024 * 1024);
    }, $"{Petition}:17: petition.pdf is 100 MB; the limit is 50 MB; make it smaller or split it.");

    [Fact]
    public Task DocumentThatIsALinkIsRefused() => IsOneProblem(() =>
    {
        WriteDocument("petition.pdf", []);
        File.Delete(Site.PathOf("petitions/ferry/petition.pdf"));
        File.CreateSymbolicLink(Site.PathOf("petitions/ferry/petition.pdf"), "/etc/hostname");
    },
        $"{Petition}:17: petition.pdf is a link to another place; put the file itself beside the page.",
        "input/petitions/ferry/petition.pdf:1: this is a link to another place; put the file itself here.");

    [Theory]
    [InlineData("pages/search.md", "the address /search/ is that of Search; rename the file.")]
    [InlineData("pages/topics.md", "the address /topics/ is that of Topics; rename the file.")]
    [InlineData("pages/petitions/index.md", "the address /petitions/ is that of Petitions; rename the file.")]
    public Task AddressOfAListIsNoPages(string file, string problem) => IsOneProblem(
        () => Site.Write(file, "---\nTitle: t\nDescription: d\n---\nText.\n"), $"input/{file}:1: {problem}");

    [Theory]
    [InlineData("press-releases/2014.md")]
    [InlineData("press-releases/2026/index.md")]
    public Task AddressOfAYearIsNoReleases(string file)
    {
        var address = $"/press-releases/{file[15..19]}/";

        return IsOneProblem(
            () => Site.Write(file, File.ReadAllText(Site.PathOf(SiteFolder.Release))),
            $"input/{file}:1: the address {address} is that of a year's archive; rename it to say what it is about.");
    }

    [Fact]
    public Task TwoFilesForOneAddressAreRefused() => IsOneProblem(
        () => File.Copy(Site.PathOf(SiteFolder.Release), Site.PathOf("press-releases/ferry.md")),
        $"{Release}:1: the address /press-releases/ferry/ is that of input/press-releases/ferry.md, too; rename one of them.");

    [Fact]
    public Task TranslationWithoutAnOriginalIsRefused() => IsOneProblem(
        () => File.Copy(Site.PathOf(SiteFolder.Release), Site.PathOf("press-releases/shore.es.md")),
        "input/press-releases/shore.es.md:1: the translation has no original; put shore.md beside it.");

    [Fact]
    public Task LanguageThatTheSiteDoesNotSpeakIsRefused() => IsOneProblem(
        () => File.Copy(Site.PathOf(SiteFolder.Release), Site.PathOf("press-releases/ferry/index.fr.md")),
        "input/press-releases/ferry/index.fr.md:1: the language \"fr\" is not in site.yml; "
            + "add it there under Languages, or take it out of the file's name.");

    [Fact]
    public Task NameThatSaysNoLanguageIsRefused() => IsOneProblem(
        () => File.Copy(Site.PathOf(SiteFolder.Release), Site.PathOf("press-releases/ferry/index.v2.md")),
        "input/press-releases/ferry/index.v2.md:1: the file's name says \"v2\" where a language is said; "
            + "rename it to press-releases/ferry/index-v2.md.");

    [Fact]
    public Task NameWithOtherCharactersIsRefused() => IsOneProblem(
        () => File.Copy(Site.PathOf("404.md"), Site.PathOf("Petición final.md")),
        "input/Petición final.md:1: the name of the file or its folder has other characters than a to z, 0 to 9 and -; "
            + "rename it to peticion-final.md.");

    /// <summary>A gift names the release or petition that its donor came from, as the donations record it.</summary>
    [Theory]
    [InlineData("press-releases/no.5/index.md", "folder has other characters than a to z, 0 to 9 and -; rename it to no-5")]
    [InlineData("press-releases/-shore/index.md", "folder begins or ends with a hyphen; rename it to shore")]
    [InlineData("press-releases/2027/shore-/index.md", "folder begins or ends with a hyphen; rename it to shore")]
    [InlineData("press-releases/shore-.md", "file begins or ends with a hyphen; rename it to shore.md")]
    [InlineData("press-releases/shore-.es.md", "file begins or ends with a hyphen; rename it to shore.es.md")]
    [InlineData("petitions/-/index.md", "folder begins or ends with a hyphen; give it another name")]
    public Task NameThatNoGiftCanNameIsRefused(string file, string problem) => IsOneProblem(
        () => Site.Write(file, File.ReadAllText(Site.PathOf(SiteFolder.Release))),
        $"input/{file}:1: the name of the {problem}.");

    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    public async Task NameThatIsTooLongForAGiftIsRefused(int length)
    {
        var file = $"press-releases/{new string('a', length)}/index.md";
        Site.Write(file, File.ReadAllText(Site.PathOf(SiteFolder.Release)));

        Assert.Equal(
            length == 100 ? [] : [$"input/{file}:1: the name of the folder has 101 characters, and the most is 100; shorten it."],
            await Site.ProblemsAsync());
    }

    /// <summary>A terminal would obey some of them, and a problem is one line.</summary>
    [Fact]
    public Task NameWithControlCharactersIsShownWithoutThem() => IsOneProblem(
        () => File.Copy(Site.PathOf("404.md"), Site.PathOf("a\nb\e[2J.md")),
        "input/a\uFFFDb\uFFFD[2J.md:1: the name of the file or its folder has other characters than a to z, 0 to 9 and -; "
            + "rename it to a-b-2j.md.");

    [Fact]
    public Task OtherEncodingIsRefusedWithItsLine() => IsOneProblem(
        () =>
        {
            var release = File.ReadAllBytes(Site.PathOf(SiteFolder.Release));
            Site.Write(SiteFolder.Release, [.. release, .. "\nPetici"u8, 0xF3, .. "n\n"u8]);
        },
        $"{Release}:10: the text is not UTF-8; save the file with the encoding UTF-8.");

    [Fact]
    public Task Utf16WithoutAMarkIsRefused() => IsOneProblem(
        () => Site.Write(SiteFolder.Release, Encoding.Unicode.GetBytes(File.ReadAllText(Site.PathOf(SiteFolder.Release)))),
        $"{Release}:1: the text is not UTF-8; save the file with the encoding UTF-8.");

    [Theory]
    [InlineData("Ã©l y NiÃ±os", "\"Ã©\"", "write \"é\"")]
    [InlineData("Â¿QuÃ©?", "\"Â¿\"", "write \"¿\"")]
    [InlineData("MÃ‰XICO", "\"Ã‰\"", "write \"É\"")]
    [InlineData("â€œYesâ€\u009D", "\"â€œ\"", "write \"“\"", true)]
    [InlineData("A los ni\uFFFDos", "\"\uFFFD\"", "type the word anew")]
    public Task TextOfAnotherEncodingIsRefusedWithItsLine(
        string text, string signs, string fix, bool hasControlCharacter = false) => IsOneProblem(
        () => Site.AddText(SiteFolder.Release, $"\n{text}\n"),
        [
            $"{Release}:10: {signs} comes from reading the text in another encoding than it was saved in; "
                + $"{fix}, look for others, and save as UTF-8.",
            .. hasControlCharacter ? (string[])[$"{Release}:10: the text has a control character; type the line anew."] : [],
        ]);

    [Fact]
    public async Task AccentsOfManyLanguagesAreNoMistake()
    {
        Site.AddText(SiteFolder.Release, "\nÂmbar, “AMANHÔ, SÃO, ’Â’, â, €, Š «NÎMES» forêt Ünal 你好\n");

        Assert.Empty(await Site.ProblemsAsync());
    }

    [Theory]
    [InlineData("pages/api.md", "/api/ is kept for the donations")]
    [InlineData("pages/api/docs.md", "/api/docs/ is kept for the donations")]
    [InlineData("assets/index.md", "/assets/ is kept for pictures and styles")]
    [InlineData("pages/search/tips.md", "/search/tips/ is kept for the search")]
    [InlineData("pages/index/index.md", "/index/ is kept for the home page")]
    [InlineData("pages/es/about.md", "/es/about/ is kept for translations, whose files say so in their names")]
    [InlineData("pages/press-releases/page/9.md", "/press-releases/page/9/ is kept for the list of releases")]
    public Task PageAtAReservedAddressIsRefused(string file, string problem) => IsOneProblem(
        () => Site.Write(file, "---\nTitle: t\nDescription: d\n---\nA text.\n"),
        $"input/{file}:1: the address {problem}; rename the file or its folder.");

    [Fact]
    public Task DocumentInThePlaceOfAFileForProgramsIsRefused() => IsOneProblem(
        () =>
        {
            Site.AddText("index.md", "\n[a](robots.txt)\n");
            Site.Write("robots.txt", "A text.");
        },
        "input/index.md:8: the name robots.txt is kept for notes to programs; rename the file to say what it holds.");

    [Fact]
    public Task LongTextIsRefused() => IsOneProblem(() => Site.AddText(SiteFolder.Release, new string('a', 1_200_000)),
        $"{Release}:1: the file has 1.3 MB; a text has at most 1 MB; check that it is the right file.");

    [Fact]
    public Task TextOneByteTooLongIsRefused() => IsOneProblem(
        () => Site.AddText(SiteFolder.Release, new string('a', 1_000_001 - (int)new FileInfo(Site.PathOf(SiteFolder.Release)).Length)),
        $"{Release}:1: the file has 1.1 MB; a text has at most 1 MB; check that it is the right file.");

    [Fact]
    public Task PageThatIsALinkIsRefused() => IsOneProblem(
        () => File.CreateSymbolicLink(Site.PathOf("about.md"), Site.PathOf("404.md")),
        "input/about.md:1: this is a link to another place; put the file itself here.");

    private void WriteDocument(string name, byte[] bytes)
    {
        Site.Replace(SiteFolder.Petition, "    To: the Commission\n", $"    To: the Commission\n    File: {name}\n");
        Site.Write($"petitions/ferry/{name}", bytes);
    }
}
