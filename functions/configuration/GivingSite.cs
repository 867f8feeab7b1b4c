using System.Collections.Immutable;
using Advocacy.Theme.Content;
using Advocacy.Theme.Giving;
using Advocacy.Theme.Wording;

namespace Advocacy.Functions.Configuration;

/// <summary>The published site as the functions need it.</summary>
public sealed class GivingSite(GivingFile file)
{
    private readonly WordLists _words = new([.. file.Organisation.Languages.Where(file.Words.ContainsKey).Select(language => new Words(language, file.Words[language]))]);

    public GivingFile File => file;

    public Organisation Organisation => file.Organisation;

    /// <summary>In the language asked for, or in the site's own.</summary>
    public Words WordsFor(string? language) => _words.For(language ?? "");

    public Campaign? Campaign(string slug) => file.Campaigns.FirstOrDefault(campaign => campaign.Slug == slug);

    /// <summary>In the language asked for, or in the site's own; null where the site has none.</summary>
    public Page? Page(PageLayout layout, string language) =>
        file.Pages.FirstOrDefault(page => page.Layout == layout && page.Language == language)
        ?? file.Pages.FirstOrDefault(page => page.Layout == layout);

    /// <summary>What keeps the file from serving gifts: keys that the words lack, a campaign, a page. Empty where nothing does.</summary>
    public ImmutableArray<string> Gaps() =>
    [
        .. file.Campaigns.IsEmpty ? ["a campaign"] : Array.Empty<string>(),
        .. Page(PageLayout.Donate, "") is null ? ["a page with the layout donate"] : Array.Empty<string>(),
        .. _words.All.IsEmpty ? ["words"] : _words.All.SelectMany(MissingWords),
    ];

    private static IEnumerable<string> MissingWords(Words words) =>
        WordShape.All.Where(shape => shape.Needed && !words.Texts.ContainsKey(shape.Key)).Take(1).Select(shape => $"the word {shape.Key} in {words.In.Tag}");
}
