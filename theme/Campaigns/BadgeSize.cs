using Advocacy.Content.Campaigns;

namespace Advocacy.Theme.Campaigns;

/// <summary>The picture of a campaign's progress, in CSS pixels: pages leave room for it, and the functions draw it.</summary>
public static class BadgeSize
{
    public const int Width = 480;

    /// <returns>Higher by a bar where there is a goal, and by a line where somebody matches gifts.</returns>
    public static int HeightOf(Campaign campaign) => (campaign.Goal is > 0 ? 126 : 104) + (campaign.Match is null ? 0 : 24);
}
