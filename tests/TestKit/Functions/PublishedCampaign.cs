using Xunit;

namespace Advocacy.TestKit.Functions;

/// <summary>A small site as the generator publishes it on GivingTuesday: its pages, and the file that the functions read.</summary>
public sealed class PublishedCampaign : IAsyncLifetime
{
    public const string Slug = "givingtuesday";

    private static readonly Lazy<Task<PublishedCampaign>> _shared = new(async () =>
    {
        var published = new PublishedCampaign();
        await published.InitializeAsync();
        return published;
    });

    public SiteFolder Site { get; } = new();

    public string GivingFile => Path.Combine(Site.Output, "giving.json");

    /// <summary>Of one that is built once for all tests that only read it.</summary>
    public static async Task<string> SharedFileAsync() => (await _shared.Value).GivingFile;

    public async Task InitializeAsync()
    {
        File.AppendAllText(Site.PathOf("site.yml"), """
            Giving:
              Minimum: 5
              Maximum: 25000
              FeePercent: 2.2
              FeeFixed: 0.30
            Designations:
              - Slug: where-needed
                Title: Where it is needed most
              - Slug: petitions
                Title: Following petitions
            WaysToGive:
              - Title: Check
                Text: A check of the test.

            """);
        Site.Write("campaigns/general.yml", """
            Title: General support
            Description: At any time.
            AlwaysOpen: true
            Amounts:
              - Amount: 25
                Text: meant for a month
              - Amount: 50
                Text: meant for two

            """);
        Site.Write($"campaigns/{Slug}.yml", """
            Title: GivingTuesday <&> "2026"
            Description: A day for giving.
            GivingTuesday: 2199
            Zone: America/Chicago
            Announced: 2020-11-16T00:00
            ThanksUntil: 2199-12-31T00:00
            Goal: 1000
            Amounts:
              - Amount: 25
                Text: meant for a month
              - Amount: 50
                Text: meant for two
            Match:
              Sponsor: The Test Fund
              Ratio: 1:1
              Cap: 60
              Starts: 2020-01-01T00:00
              Ends: 2100-01-01T00:00
              IfUnmet: The rest stays with the sponsor.
            Before:
              Banner: Soon.
              LinkText: Give
              Link: /donate/
              Text: Soon.
            Eve:
              Banner: Give early.
              LinkText: Give
              Link: /donate/
              Text: The eve.
            Day:
              Banner: Give on December 1.
              LinkText: Give
              Link: /donate/
              Text: The day is December 1.
            Thanks:
              Banner: Thanks.
              LinkText: See
              Text: Thanks.
            Over: Over.

            """);
        Page("pages/donate.md", "donate", "Donate");
        Page("pages/donate/thanks.md", "thanks", "Thank you");
        Page("pages/donate/manage.md", "manage", "Manage monthly giving");
        Assert.Empty(await Site.ProblemsAsync("2026-12-01T18:00:00Z"));
    }

    public Task DisposeAsync()
    {
        Site.Dispose();
        return Task.CompletedTask;
    }

    private void Page(string file, string layout, string title) => Site.Write(file, $"""
        ---
        Layout: {layout}
        Title: {title}
        Description: {title} of the test.
        ---
        A text.

        """);
}
