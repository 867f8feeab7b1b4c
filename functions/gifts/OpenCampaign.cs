using Advocacy.Functions.Checkouts;
using Advocacy.Theme.Content;
using Advocacy.Theme.Giving;

namespace Advocacy.Functions.Gifts;

/// <summary>What a gift can count toward.</summary>
public static class OpenCampaign
{
    /// <param name="slug">Of the one that is asked for; null or empty for the one that the site asks for.</param>
    /// <returns>Another one where that is closed or unknown: one at least is always open.</returns>
    public static Campaign Of(GivingEdition edition, string? slug, DateTimeOffset at)
    {
        // Who began in time is not turned back.
        var open = edition.Campaigns.Where(campaign => campaign.Window is not { } window || at < window.Ends + SessionParameters.Open).ToArray();
        return open.FirstOrDefault(campaign => campaign.Slug == slug) ?? open.FirstOrDefault() ?? edition.Campaigns[0];
    }
}
