using System.Text.Json.Serialization;
using Advocacy.Theme.Localization;

namespace Advocacy.Functions.Campaigns;

/// <summary>The public totals of a campaign, as <c>GET /api/campaigns/SLUG</c> answers.</summary>
/// <param name="Goal">Minor units; null where there is none.</param>
/// <param name="Raised">Settled gifts less refunds and lost disputes, in minor units.</param>
/// <param name="Match">Null where nobody matches.</param>
/// <param name="AsOf">UTC, in whole seconds.</param>
public sealed record TotalsResponse(
    string Campaign, string Currency, long? Goal, long Raised, long Gifts, MatchResponse? Match, string AsOf)
{
    public static TotalsResponse Of(Progress progress) => new(
        progress.Campaign.Slug,
        progress.Campaign.Currency,
        progress.Campaign.Goal,
        progress.Raised,
        progress.Gifts,
        progress.Campaign.Match is { } match ? new(match.Sponsor, progress.Matched!.Value, progress.Unmatched!.Value) : null,
        Dates.Utc(progress.AsOf));
}

/// <param name="Used">What the sponsor has added, in minor units.</param>
/// <param name="Remaining">What is left of the cap, in minor units.</param>
public sealed record MatchResponse(string Sponsor, long Used, long Remaining);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TotalsResponse))]
internal sealed partial class TotalsJson : JsonSerializerContext;
