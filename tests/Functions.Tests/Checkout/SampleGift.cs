using Advocacy.Functions.Checkout;
using Advocacy.Functions.Configuration;

namespace Advocacy.Tests.Functions.Checkout;

internal static class SampleGift
{
    /// <summary>50 dollars, once.</summary>
    public static Gift Of(GivingSite site, string campaign = "general") => new()
    {
        Campaign = site.Campaign(campaign)!,
        Chosen = 5000,
        Charged = 5000,
        Monthly = false,
        Designation = null,
        Tribute = null,
        From = null,
        Language = "en",
    };
}
