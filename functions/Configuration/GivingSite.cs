using System.Collections.Immutable;
using Advocacy.Content.Campaigns;
using Advocacy.Content.GivingData;
using Advocacy.Content.Pages;
using Advocacy.Content.Settings;
using Advocacy.Theme.Localization;

namespace Advocacy.Functions.Configuration;

/// <summary>
/// The published site as the functions need it. What is asked for in a language that the site does not have comes in the site's own.
/// </summary>
public sealed class GivingSite(GivingFile file)
{
    private readonly WordLists _words = new(
    [
        .. file.Words.OrderByDescending(list => list.Key == file.Editions[0].Language).Select(list => new Words(list.Key, list.Value)),
    ]);

    public GivingFile File => file;

    public SiteSettings Settings => file.Editions[0].Settings;

    public ImmutableArray<Campaign> Campaigns => file.Editions[0].Campaigns;

    public Words WordsFor(string? language) => _words.For(language ?? "");

    public SiteSettings SettingsFor(string language) => file.In(language).Settings;

    /// <returns>Null where there is no such campaign.</returns>
    public Campaign? Campaign(string slug, string language = "") =>
        file.In(language).Campaigns.FirstOrDefault(campaign => campaign.Slug == slug);

    /// <returns>Null where the site has none.</returns>
    public GivingPage? Page(PageLayout layout, string language) =>
        file.In(language).Pages.FirstOrDefault(page => page.Layout == layout)
        ?? file.Editions[0].Pages.FirstOrDefault(page => page.Layout == layout);

    /// <summary>What keeps the file from serving gifts: keys that the words lack, a campaign, a page. Empty where nothing does.</summary>
    public ImmutableArray<string> Gaps() =>
    [
        .. Campaigns.IsEmpty ? ["a campaign"] : Array.Empty<string>(),
        .. Page(PageLayout.Donate, "") is null ? ["a page with the layout donate"] : Array.Empty<string>(),
        .. _words.All.IsEmpty ? ["words"] : _words.All.SelectMany(MissingWords),
    ];

    private static IEnumerable<string> MissingWords(Words words) =>
        WordListKey.Site.Where(shape => shape.IsNeededIn(words.In.Tag) && !words.Texts.ContainsKey(shape.Key)).Take(1)
            .Select(shape => $"the word {shape.Key} in {words.In.Tag}");
}
