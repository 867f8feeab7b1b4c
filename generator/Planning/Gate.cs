using Advocacy.Content.Campaigns;
using Advocacy.Content.Pages;
using Advocacy.Generator.Loading;

namespace Advocacy.Generator.Planning;

/// <summary>Decides what is public at an instant. Nothing else does.</summary>
public sealed record Gate(DateTimeOffset At, bool Drafts)
{
    public bool Shows(ContentItem content) =>
        (Drafts || !content.Draft)
            && (content.Published is null || content.Published <= At)
            && (content.Expires is null || content.Expires > At);

    /// <summary>From its announcement on, a campaign never goes away again: its page says that it is over.</summary>
    public bool Shows(Campaign campaign) =>
        (Drafts || !campaign.Draft) && (campaign.IsAlwaysOpen || campaign.PhaseAt(At) is not null);

    /// <returns>The next instant at which a page or a campaign's phase comes or goes; null where none will.</returns>
    public DateTimeOffset? NextChange(Input input) =>
        input.Entries.Select(e => e.Content).Where(c => Drafts || !c.Draft).SelectMany(c => new[] { c.Published, c.Expires })
            .Concat(input.Campaigns.Where(c => Drafts || !c.Draft).SelectMany(c => c.Phases).Select(p => (DateTimeOffset?)p.Starts))
            .Where(instant => instant > At).Min();
}
