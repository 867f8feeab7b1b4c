using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Advocacy.Content.Campaigns;
using Advocacy.Functions.Ledger;

namespace Advocacy.Functions.Campaigns;

/// <summary>How far a campaign has come.</summary>
/// <param name="Raised">Settled gifts less refunds and lost disputes, in minor units.</param>
/// <param name="Gifts">Gifts of which anything is left.</param>
/// <param name="Matched">What the sponsor has added, in minor units; null where nobody matches.</param>
/// <param name="AsOf">When the ledger was asked: gifts recorded by then are in.</param>
public sealed record Progress(Campaign Campaign, long Raised, long Gifts, long? Matched, DateTimeOffset AsOf)
{
    public static Progress Of(Campaign campaign, Totals totals, DateTimeOffset at) =>
        new(campaign, totals.Raised, totals.Gifts, campaign.Match?.Used(totals.RaisedInWindow), at);

    public long? Unmatched => Campaign.Match is { } match ? match.Cap - Matched : null;

    /// <summary>
    /// Of all that is shown but the time: two answers that differ in nothing else serve a reader equally (weak, RFC 9110, 8.8.1).
    /// </summary>
    public string Tag
    {
        get
        {
            byte[] shown = [.. Encoding.UTF8.GetBytes(Campaign.Title), 0, .. (this with { AsOf = DateTimeOffset.UnixEpoch }).ToJson()];
            return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(shown).AsSpan(0, 12))}\"";
        }
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(TotalsResponse.Of(this), TotalsJson.Default.TotalsResponse);
}
