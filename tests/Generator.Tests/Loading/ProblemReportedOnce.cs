using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Loading;

/// <summary>A writer fixes one thing, and sees it once, where it is.</summary>
public sealed class ProblemReportedOnce : IDisposable
{
    private const string Translation = "press-releases/ferry/index.es.md";

    private readonly SiteFolder _site = new();

    public ProblemReportedOnce()
    {
        _site.SpeakSpanish();
        _site.Write(Translation, "---\nTitle: El transbordador navega\nDescription: Navega.\n---\nUn texto.\n");
    }

    [Theory]
    [InlineData("Dateline: CHICAGO", "Dateline:", "4: Dateline is empty; fill it in or take the line out.")]
    [InlineData("Dateline: CHICAGO\n", "", "2: Dateline is missing; add a line \"Dateline: …\".")]
    [InlineData("Tags: [asylum]", "Tags: [asilum]", "6: the topic \"asilum\" is not in site.yml; did you mean asylum.")]
    [InlineData(
        "Tags: [asylum]",
        "Withdrawn: {Date: soon, Reason: It was wrong.}",
        "6: Date \"soon\" is not a date; write it as 2026-03-02.")]
    [InlineData("Tags: [asylum]", "Related: [fery]", "6: there is no press release \"fery\"; did you mean ferry.")]
    public async Task InAnOriginalIsNotReportedForItsTranslation(string right, string wrong, string problem)
    {
        _site.Replace(SiteFolder.Release, right, wrong);

        Assert.Equal([$"input/{SiteFolder.Release}:{problem}"], await _site.ProblemsAsync());
    }

    [Fact]
    public async Task InATranslationIsReportedThere()
    {
        _site.Add(Translation, "Tags: [asilum]");

        Assert.Equal(
            [$"input/{Translation}:2: the topic \"asilum\" is not in site.yml; did you mean asylum."],
            await _site.ProblemsAsync());
    }

    [Fact]
    public async Task InTheListOfLanguagesIsNotReportedForTheFilesInThem()
    {
        _site.Write("campaigns/spring.yml", SiteFolder.Spring);
        _site.Write("campaigns/spring.es.yml", "Title: Primavera\n");
        _site.AddText("index.md", "\n[En español](/es/), y [el comunicado](press-releases/ferry/index.es.md).\n");
        _site.Replace("site.yml", "Languages: [en, es]", "Languages: [en]");

        const string Problem = "input/site.yml:9: input/campaigns/spring.es.yml and 2 more are in \"es\", which is not under Languages; "
            + "add it there, or take those files out.";
        Assert.Equal([Problem], await _site.ProblemsAsync());
    }

    [Fact]
    public async Task InACampaignIsNotReportedForItsTranslation()
    {
        _site.Write("campaigns/spring.yml", SiteFolder.Spring.Replace("Starts: 2026-04-01T09:00\n", "", StringComparison.Ordinal));
        _site.Write("campaigns/spring.es.yml", """
            Title: Primavera
            Description: Una campaña de la prueba.
            Amounts: [{Amount: 25, Text: una travesía}, {Amount: 50, Text: dos travesías}]
            Before: {Banner: Ya llega, LinkText: Done ya, Text: Empieza el 1 de abril.}
            Day: {Banner: Ya es primavera, LinkText: Done, Text: Dura hasta el 30 de abril.}
            Thanks: {Banner: Gracias, LinkText: Véalo, Text: Terminó.}
            Over: Se acabó.

            """);

        const string Problem = "input/campaigns/spring.yml:1: nothing says when the campaign is; "
            + "add Starts and Ends, GivingTuesday with its year, or \"AlwaysOpen: true\".";
        Assert.Equal([Problem], await _site.ProblemsAsync());
    }

    [Fact]
    public async Task InAFileThatCannotBeReadIsNotReportedForThoseThatNameIt()
    {
        _site.Write("press-releases/other.md", """
            ---
            Title: Other
            Description: d
            Dateline: CHICAGO
            Published: 2026-03-02
            Related: [ferry]
            ---
            [The](/press-releases/ferry/), [the](ferry/index.md), [the](ferry/) and [the ferry](xref:ferry), and [none](/nowhere/).

            """);
        _site.Replace(SiteFolder.Release, "Title: The ferry runs", "Title: \"The ferry runs");

        var problems = await _site.ProblemsAsync();

        Assert.Equal([$"input/{SiteFolder.Release}", "input/press-releases/other.md"], problems.Select(problem => problem.Split(':')[0]));
        Assert.EndsWith(":8: there is no page /nowhere/; correct the address.", problems[1], StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();
}
