using Advocacy.Content.Campaigns;
using Advocacy.Content.Giving;
using Advocacy.Content.GivingData;

namespace Advocacy.Functions.Campaigns;

/// <summary>What a gift can count toward.</summary>
public static class OpenCampaign
{
    // Donors who began in time are not turned back: a campaign takes gifts for an hour after its window.
    private static readonly TimeSpan _grace = TimeSpan.FromHours(1);

    // Stripe's shortest session, and a minute in which the request for it arrives and may be repeated.
    private static readonly TimeSpan _lastStart = StripeLimits.ShortestSession + TimeSpan.FromMinutes(1);

    /// <param name="slug">Of the one that is asked for; null or empty for the one that the site asks for.</param>
    /// <returns>
    /// Another one where that is unknown, closed, or closes too soon for a session of Stripe's: one at least is always open.
    /// </returns>
    public static Campaign Of(GivingEdition edition, string? slug, DateTimeOffset at)
    {
        var open = edition.Campaigns.Where(campaign => ClosesAt(campaign) is not { } close || at <= close - _lastStart).ToArray();
        return open.FirstOrDefault(campaign => campaign.Slug == slug) ?? open.FirstOrDefault() ?? edition.Campaigns[0];
    }

    /// <summary>When the last payment page of a campaign closes. Null where it is always open.</summary>
    public static DateTimeOffset? ClosesAt(Campaign campaign) => campaign.Window?.Ends + _grace;
}
