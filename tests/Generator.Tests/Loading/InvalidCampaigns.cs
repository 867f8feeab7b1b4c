using Advocacy.TestKit;
using AngleSharp.Html.Parser;
using Xunit;

namespace Advocacy.Tests.Generator.Loading;

public sealed class InvalidCampaigns : IDisposable
{
    private const string Matched = "Match: {Sponsor: A, IfUnmet: Queda.}\n";

    private readonly SiteFolder _site = new();

    public InvalidCampaigns() => _site.TakeGifts();

    [Theory]
    [InlineData("Title: Spring\n", "", "1: Title is missing; add a line \"Title: …\".")]
    [InlineData("Title: Spring", "Title: Spring\nGoals: 5", "2: \"Goals\" is not a field that is known here; did you mean Goal.")]
    [InlineData("Goal: 10000", "Goal: 10,000", "7: Goal \"10,000\" is not a whole number from 1 to 1000000000; write for instance 10000.")]
    [InlineData(
        "Goal: 10000",
        "Currency: EUR",
        "7: Currency \"EUR\" is not that of site.yml, in which gifts are taken; write USD, or take the line out.")]
    [InlineData("Goal: 10000", "Zone: Chicago", "7: Zone \"Chicago\" is not known; write it as America/Chicago.")]
    [InlineData(
        "Goal: 10000",
        "GivingTuesday: 2026",
        "4: GivingTuesday already says when the campaign is, and so does Starts; keep one of them.",
        "5: GivingTuesday already says when the campaign is, and so does Ends; keep one of them.",
        "6: ThanksUntil is not after the end of the campaign; choose a later time.")]
    [InlineData("Ends: 2026-04-30T09:00", "Ends: 2026-03-30T09:00", "5: the campaign ends before it starts; change Starts or Ends.")]
    [InlineData(
        "Ends: 2026-04-30T09:00\n",
        "",
        "1: nothing says when the campaign is; add Starts and Ends, GivingTuesday with its year, or \"AlwaysOpen: true\".")]
    [InlineData(
        "Announced: 2026-03-15T09:00",
        "Announced: 2026-04-02T09:00",
        "3: Announced is not before the campaign starts; choose an earlier time.")]
    [InlineData(
        "ThanksUntil: 2026-05-07T09:00",
        "ThanksUntil: 2026-04-07T09:00",
        "6: ThanksUntil is not after the end of the campaign; choose a later time.")]
    [InlineData(
        "Amount: 25",
        "Amount: 2.5",
        "9: Amount \"2.5\" is not a whole number from 1 to 1000000; write for instance 50.",
        "8: the amounts do not rise; put the smallest first, and each once.")]
    [InlineData("Amount: 25", "Amount: 3", "9: the amount 3 is not one that site.yml takes; choose from 5 to 25000.")]
    [InlineData(
        "25, Text: one crossing}\n  - {Amount: 50",
        "3, Text: one crossing}\n  - {Amount: 30000",
        "9: the amount 3 is not one that site.yml takes; choose from 5 to 25000.",
        "10: the amount 30000 is not one that site.yml takes; choose from 5 to 25000.")]
    [InlineData("Amount: 25", "Amount: 75", "8: the amounts do not rise; put the smallest first, and each once.")]
    [InlineData(
        "Spring begins on April 1",
        "Spring begins tomorrow",
        "11: Text says \"tomorrow\", which is wrong for those who read it a day later; name the date.")]
    [InlineData("Before: {Banner: Spring is near, ", "Before: {", "11: Banner is missing; add a line \"Banner: …\".")]
    [InlineData(
        "Goal: 10000",
        "Match: {Sponsor: A, Ratio: 100%, Cap: 5000, IfUnmet: It stays.}",
        "7: Ratio \"100%\" is not two numbers from 1 to 10; "
            + "write 1:1 where the sponsor doubles a gift, 2:1 where the sponsor adds twice the gift.")]
    [InlineData(
        "Goal: 10000",
        "Match: {Sponsor: A, Ratio: \"1:1\", Cap: 5000, IfUnmet: It stays., Ends: 2026-03-01}",
        "7: the match ends before it starts; change Starts or Ends.")]
    public Task FieldIsRefused(string old, string with, params string[] problems) => AreProblems(
        () => _site.Write("campaigns/spring.yml", SiteFolder.Spring.Replace(old, with, StringComparison.Ordinal)),
        problems.Select(problem => $"input/campaigns/spring.yml:{problem}"));

    [Theory]
    [InlineData("", "1: Match is missing; add it with Sponsor and IfUnmet in this language.")]
    [InlineData(
        "Match: {Sponsor: A, IfUnmet: Queda., Cap: 9000}\n",
        "8: Cap \"9000\" is not what spring.yml says; take the line out: it is the same in all languages.")]
    [InlineData(
        "Match: {Sponsor: A, IfUnmet: Queda., Starts: 2026-04-02}\n",
        "8: Starts \"2026-04-02\" is not what spring.yml says; take the line out: it is the same in all languages.")]
    [InlineData(
        Matched + "Goal: 9000\n",
        "9: Goal \"9000\" is not what spring.yml says; take the line out: it is the same in all languages.")]
    [InlineData(
        Matched + "Announced: 2026-03-16\n",
        "9: Announced \"2026-03-16\" is not what spring.yml says; take the line out: it is the same in all languages.")]
    [InlineData(Matched, "3: the amounts are not those of spring.yml; give the same ones in the same order, each with its Text.", 30)]
    [InlineData(Matched)]
    public async Task TranslationPromisesWhatTheOriginalDoes(string more, string? problem = null, int amount = 25)
    {
        _site.SpeakSpanish();
        foreach (var page in new[] { "donate", "donate/thanks", "donate/manage" })
            _site.Write($"pages/{page}.es.md", File.ReadAllText(_site.PathOf($"pages/{page}.md")));
        _site.Write("campaigns/spring.yml", SiteFolder.Spring + """
            Match: {Sponsor: A, Ratio: "2:3", Cap: 100, Starts: 2026-04-03, IfUnmet: It stays.}

            """);
        _site.Write("campaigns/spring.es.yml", $$"""
            Title: Primavera
            Description: Una campaña de la prueba.
            Amounts: [{Amount: {{amount}}, Text: una travesía}, {Amount: 50, Text: dos travesías}]
            Before: {Banner: Ya llega, LinkText: Done ya, Text: Empieza el 1 de abril.}
            Day: {Banner: Ya es primavera, LinkText: Done, Text: Dura hasta el 30 de abril.}
            Thanks: {Banner: Gracias, LinkText: Véalo, Text: Terminó.}
            Over: Se acabó.

            """ + more);

        string[] problems = problem is null ? [] : [$"input/campaigns/spring.es.yml:{problem}"];
        Assert.Equal(problems, await _site.ProblemsAsync("2026-04-01T00:00:00Z"));
        if (problem is null)
        {
            var page = new HtmlParser().ParseDocument(_site.Read("es/campaigns/spring/index.html")).Body!.TextContent;
            string[] terms = ["$2 por cada $3", "hasta $100", "3 de abril de 2026"];
            Assert.All(terms, words => Assert.Contains(words, page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public Task PhasesOfACampaignThatIsAlwaysOpenAreRefused() => AreProblems(
        () => _site.AddText("campaigns/general.yml", "Starts: 2026-01-01\nOver: It is over.\n"),
        [
            "input/campaigns/general.yml:7: a campaign that is always open has no Starts; take it out, or AlwaysOpen.",
            "input/campaigns/general.yml:8: a campaign that is always open has no Over; take it out, or AlwaysOpen.",
        ]);

    [Theory]
    [InlineData(
        "2026-05-07T08:59",
        "3: the banner and the form are those of input/campaigns/spring.yml until 2026-05-07T09:00; "
            + "announce this campaign then, or write an earlier ThanksUntil there.")]
    [InlineData(
        "2026-03-15T09:00",
        "3: the banner and the form are those of input/campaigns/spring.yml until 2026-05-07T09:00; "
            + "announce this campaign then, or write an earlier ThanksUntil there.")]
    [InlineData("2026-05-07T09:00")]
    public Task CampaignThatIsAnnouncedBeforeAnotherIsOverIsRefused(string announced, params string[] problems) => AreProblems(
        () =>
        {
            _site.Write("campaigns/spring.yml", SiteFolder.Spring);
            _site.Write("campaigns/summer.yml", Summer(announced));
        },
        problems.Select(p => $"input/campaigns/summer.yml:{p}"));

    [Fact]
    public Task DraftOfACampaignMayOverlap() => AreProblems(
        () =>
        {
            _site.Write("campaigns/spring.yml", SiteFolder.Spring);
            _site.Write("campaigns/summer.yml", $"{Summer("2026-04-01T09:00")}Draft: true\n");
        },
        []);

    [Fact]
    public Task NameThatIsNoAddressIsRefused() => AreProblems(
        () => _site.Write("campaigns/Spring 2026.yml", SiteFolder.Spring),
        [
            "input/campaigns/Spring 2026.yml:1: the name of the file has other characters than a to z, 0 to 9 and -; "
                + "rename it to spring-2026.yml.",
        ]);

    /// <summary>The donations would take gifts for such a campaign, and Stripe's news of them would name none that can be.</summary>
    [Theory]
    [InlineData("-spring", "spring")]
    [InlineData("spring-", "spring")]
    public Task NameThatTheLedgerCannotKeepIsRefused(string name, string better) => AreProblems(
        () => _site.Write($"campaigns/{name}.yml", SiteFolder.Spring),
        [$"input/campaigns/{name}.yml:1: the name of the file begins or ends with a hyphen; rename it to {better}.yml."]);

    [Fact]
    public Task NameThatIsTooLongForTheLedgerIsRefused()
    {
        var name = string.Join('-', Enumerable.Repeat("spring", 15));
        return AreProblems(
            () => _site.Write($"campaigns/{name}.yml", SiteFolder.Spring),
            [$"input/campaigns/{name}.yml:1: the name of the file has 104 characters, and the most is 100; shorten it."]);
    }

    [Theory]
    [InlineData("  Minimum: 5\n", "", "34: Minimum is missing; add a line \"Minimum: …\".")]
    [InlineData("Maximum: 25000", "Maximum: 4", "35: Maximum is less than Minimum; change one of them.")]
    [InlineData(
        "FeePercent: 2.2",
        "FeePercent: 2.205",
        "36: FeePercent \"2.205\" is not a number from 0 to 10 with at most two decimals; write for instance 2.2.")]
    [InlineData(
        "FeeFixed: 0.30",
        "FeeFixed: 30 cents",
        "37: FeeFixed \"30 cents\" is not a number from 0 to 100 with at most two decimals; write for instance 0.30.")]
    [InlineData(
        "Slug: ferries",
        "Slug: All Ferries",
        "40: Slug \"All Ferries\" has other characters than a to z, 0 to 9 and -; write it as all-ferries.")]
    [InlineData(
        "Slug: ferries",
        "Slug: ferries-",
        "40: Slug \"ferries-\" begins or ends with a hyphen; write it as ferries.")]
    [InlineData(
        "Slug: ferries",
        "Slug: where-needed",
        "38: the designation \"where-needed\" is here twice; give one of them another Slug.")]
    [InlineData(
        "Currency: USD",
        "Currency: KWD",
        "10: gifts are taken, and their sums cannot be asked for in KWD; choose a currency that has hundredths, or no smaller part.")]
    [InlineData(
        "Currency: USD",
        "Currency: UGX",
        "10: gifts are taken, and their sums cannot be asked for in UGX; choose a currency that has hundredths, or no smaller part.")]
    [InlineData(
        "Currency: USD",
        "Currency: ISK",
        "10: gifts are taken, and their sums cannot be asked for in ISK; choose a currency that has hundredths, or no smaller part.")]
    [InlineData("Currency: USD", "Currency: HUF")]
    [InlineData("Currency: USD", "Currency: TWD")]
    [InlineData("Currency: USD", "Currency: JPY")]
    [InlineData(
        "Currency: USD",
        "Currency: dollars",
        "10: Currency \"dollars\" is not a currency's code; write three capital letters, for instance USD.")]
    public Task RuleOfGivingIsRefused(string old, string with, params string[] problems) => AreProblems(
        () => _site.Replace("site.yml", old, with), problems.Select(p => $"input/site.yml:{p}"));

    [Theory]
    [InlineData(
        "pages/donate/thanks.md",
        "gifts are taken, and there is no page /donate/thanks/ for them; "
            + "make input/pages/donate/thanks.md with \"Layout: thanks\", or take Giving out.")]
    [InlineData(
        "campaigns/general.yml",
        "gifts are taken, and there is no campaign for them that is always open; "
            + "make input/campaigns/general.yml with \"AlwaysOpen: true\", or take Giving out.")]
    public Task PartThatGiftsNeedIsMissed(string file, string problem) =>
        AreProblems(() => File.Delete(_site.PathOf(file)), [$"input/site.yml:1: {problem}"]);

    [Fact]
    public Task AddressOfTheDonationsIsNotAnOldAddress() => AreProblems(
        () => _site.Add(SiteFolder.Release, "RedirectFrom: /api/donations/"),
        ["input/press-releases/ferry/index.md:2: the old address /api/donations/ is kept for the donations; take it out."]);

    public void Dispose() => _site.Dispose();

    /// <summary>From July 1 to 30.</summary>
    private static string Summer(string announced) => SiteFolder.Spring.Replace("2026-04-", "2026-07-", StringComparison.Ordinal)
        .Replace("2026-05-", "2026-08-", StringComparison.Ordinal).Replace("2026-03-15T09:00", announced, StringComparison.Ordinal);

    private async Task AreProblems(Action spoil, IEnumerable<string> problems)
    {
        spoil();

        var found = await _site.ProblemsAsync();
        Assert.Equal(
            string.Join('\n', problems.Order(StringComparer.Ordinal)), string.Join('\n', found.Order(StringComparer.Ordinal)));
    }
}
