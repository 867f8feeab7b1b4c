using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Advocacy.Content.Campaigns;
using Advocacy.Content.Settings;

namespace Advocacy.Content.GivingData;

/// <summary>What the functions say in one language.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Settings">In that language.</param>
/// <param name="Campaigns">
/// Those that a gift may be for. The one that the donate page is about comes first; one at least is always open.
/// </param>
/// <param name="Pages">Those whose layout is donate, thanks or manage.</param>
public sealed record GivingEdition(
    string Language, [property: JsonPropertyName("organisation")] SiteSettings Settings, ImmutableArray<Campaign> Campaigns,
    ImmutableArray<GivingPage> Pages);
