using Advocacy.Content.Campaigns;
using Advocacy.Content.Pages;

namespace Advocacy.Theme.Views;

/// <param name="Donate">The page with the form; null where the site has none.</param>
public sealed record CampaignView(Campaign Campaign, Page? Donate) : View;
