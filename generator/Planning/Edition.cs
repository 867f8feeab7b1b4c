using System.Collections.Immutable;
using Advocacy.Content.Campaigns;
using Advocacy.Content.Pages;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Content.Settings;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Planning;

/// <summary>All that is public at an instant, and nothing that is not, in one edition: as the readers of one language find it.</summary>
public sealed record Edition
{
    /// <summary>BCP 47.</summary>
    public string Language => Settings.Language;
    public required SiteSettings Settings { get; init; }
    public required ImmutableArray<Page> Pages { get; init; }
    /// <summary>Those that stand in other editions and are not translated.</summary>
    public required ImmutableArray<Page> PagesElsewhere { get; init; }
    /// <summary>Newest first.</summary>
    public required ImmutableArray<PressRelease> Releases { get; init; }
    /// <summary>The latest filed first.</summary>
    public required ImmutableArray<Petition> Petitions { get; init; }
    /// <summary>In the order of their slugs; what is not translated in its own language.</summary>
    public required ImmutableArray<Campaign> Campaigns { get; init; }
    public required WordLists Words { get; init; }
    /// <summary>The instant that the site is shown at.</summary>
    public required DateTimeOffset At { get; init; }
    public required bool Rehearsal { get; init; }

    /// <summary>The campaign whose banner stands on every page.</summary>
    public Campaign? Banner => Campaigns.FirstOrDefault(c => c.PhaseAt(At)?.Banner is not null);

    /// <summary>What a gift counts toward: the campaign that asks for gifts now, or the one that is always open.</summary>
    public Campaign? CurrentCampaign =>
        Campaigns.FirstOrDefault(c => c.PhaseAt(At)?.Kind is PhaseKind.Before or PhaseKind.Eve or PhaseKind.Day)
            ?? Campaigns.FirstOrDefault(c => c.IsAlwaysOpen);

    /// <summary>The page that says how to give; null where there is none.</summary>
    public Page? Donate => Pages.FirstOrDefault(p => p is { Layout: PageLayout.Donate, Withdrawn: null });
}
