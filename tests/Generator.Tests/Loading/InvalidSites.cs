using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Loading;

public sealed class InvalidSites : SiteWithOneMistake
{
    private const string NoYaml = "this is not YAML that can be read; put words with a colon in quotation marks, "
        + "or look for a missing colon, quotation mark or indent, here or on the line before.";

    [Fact]
    public async Task SeveralProblemsComeTogetherInTheOrderOfTheirPlaces()
    {
        Site.AddText(SiteFolder.Release, "\n# Title\n\n<b>\n");
        Site.Replace(SiteFolder.Release, "Title: The", "Titel: The");
        Site.Replace(SiteFolder.Petition, "State: filed", "State: lost");
        Site.Replace("site.yml", "America/Chicago", "Chicago");
        Site.Write("campaigns/spring.yml", "Title: Spring\n");

        const string NoTime =
            "nothing says when the campaign is; add Starts and Ends, GivingTuesday with its year, or \"AlwaysOpen: true\".";
        Assert.Equal($"""
            input/campaigns/spring.yml:1: Amounts is missing; add a line "Amounts: …".
            input/campaigns/spring.yml:1: Announced is missing; add a line "Announced: …".
            input/campaigns/spring.yml:1: Before is missing; add a line "Before: …".
            input/campaigns/spring.yml:1: Day is missing; add a line "Day: …".
            input/campaigns/spring.yml:1: Description is missing; add a line "Description: …".
            input/campaigns/spring.yml:1: Over is missing; add a line "Over: …".
            input/campaigns/spring.yml:1: Thanks is missing; add a line "Thanks: …".
            input/campaigns/spring.yml:1: ThanksUntil is missing; add a line "ThanksUntil: …".
            input/campaigns/spring.yml:1: {NoTime}
            input/petitions/ferry/index.md:10: State "lost" is not known; write one of filed, pending, granted, denied, closed, unknown.
            input/press-releases/ferry/index.md:2: "Titel" is not a field that is known here; did you mean Title.
            input/press-releases/ferry/index.md:2: Title is missing; add a line "Title: …".
            input/press-releases/ferry/index.md:10: the title is the only heading of the first level; begin this one with ##.
            input/press-releases/ferry/index.md:12: HTML is not allowed in a text; write it in Markdown, or put a backslash before the <.
            input/site.yml:8: TimeZone "Chicago" is not known; write it as America/Chicago.
            """, string.Join('\n', await Site.ProblemsAsync()));
        Assert.False(Directory.Exists(Site.Output));
    }

    [Fact]
    public Task SettingsThatCannotBeReadHideNoOtherMistake() => IsOneProblem(
        () =>
        {
            Site.SpeakSpanish();
            Site.Write("press-releases/ferry/index.es.md", "---\nTitle: t\nDescription: d\n---\n# Un texto\n");
            Site.Replace("site.yml", "Name: Test Rights", "Name: \"Test Rights");
            Site.AddText(SiteFolder.Release, "\n<b>\n");
            Site.Replace(SiteFolder.Petition, "State: filed", "State: lost");
            Site.Write("campaigns/spring.yml", "Title: \"Spring\n");
        },
        $"input/campaigns/spring.yml:1: {NoYaml}",
        "input/petitions/ferry/index.md:10: State \"lost\" is not known; write one of filed, pending, granted, denied, closed, unknown.",
        "input/press-releases/ferry/index.es.md:5: the title is the only heading of the first level; begin this one with ##.",
        $"{Release}:10: HTML is not allowed in a text; write it in Markdown, or put a backslash before the <.",
        $"input/site.yml:1: {NoYaml}");

    [Fact]
    public async Task NothingAtAllIsOneProblem()
    {
        Directory.Delete(Site.Input, recursive: true);

        Assert.Equal([$"{Site.Input}:1: the folder is not there; run the command in the project's folder, or say where with --input."],
            (await Site.BuildAsync()).Problems.Select(p => p.ToString()));
    }

    [Fact]
    public Task BannerThatLeadsNowhereIsRefused() => IsOneProblem(
        () => Site.Write("campaigns/spring.yml", SiteFolder.Spring.Replace("/petitions/", "/give/", StringComparison.Ordinal)),
        "input/campaigns/spring.yml:13: there is no page /give/; correct the address.");

    [Fact]
    public Task BannerThatLeadsToAMissingPlaceIsRefusedBeforeItShows() => IsOneProblem(
        () =>
        {
            var spring = SiteFolder.Spring.Replace("/petitions/", "/petitions/ferry/#asks", StringComparison.Ordinal);
            Site.Write("campaigns/spring.yml", spring.Replace("2026", "2027", StringComparison.Ordinal));
        },
        "input/campaigns/spring.yml:13: /petitions/ferry/ has no place \"#asks\"; take out \"#asks\".");
}
