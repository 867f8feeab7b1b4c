using System.Collections.Immutable;

namespace Advocacy.Content.Campaigns;

/// <summary>A goal over time, or, without phases, the one that is always open.</summary>
public sealed record Campaign
{
    public required string Path { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    /// <summary>ISO 4217, upper case.</summary>
    public required string Currency { get; init; }
    /// <summary>Minor units; null where there is none.</summary>
    public long? Goal { get; init; }
    /// <summary>Ascending.</summary>
    public required ImmutableArray<SuggestedAmount> Amounts { get; init; }
    /// <summary>When gifts are asked for; null where always.</summary>
    public CampaignWindow? Window { get; init; }
    /// <summary>In order of time; empty where the campaign is always open.</summary>
    public required ImmutableArray<CampaignPhase> Phases { get; init; }
    public Match? Match { get; init; }
    public required TimeZoneInfo Zone { get; init; }
    public bool Draft { get; init; }

    /// <summary>BCP 47: of its words.</summary>
    public required string Language { get; init; }
    /// <summary>That of the edition it stands in.</summary>
    public string Root { get; init; } = EditionRoot.Default;

    public bool IsInDefaultEdition => Root == EditionRoot.Default;

    public string Url => $"{Root}{SiteSection.Campaigns}{Slug}/";

    public bool IsAlwaysOpen => Phases.IsEmpty;

    /// <returns>Null before the campaign is announced, and where it has no phases.</returns>
    public CampaignPhase? PhaseAt(DateTimeOffset instant)
    {
        CampaignPhase? phase = null;
        foreach (var next in Phases)
        {
            if (next.Starts <= instant)
                phase = next;
        }
        return phase;
    }
}
