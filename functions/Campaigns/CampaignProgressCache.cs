using System.Collections.Concurrent;
using Advocacy.Content.Campaigns;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Ledger;

namespace Advocacy.Functions.Campaigns;

/// <summary>Each campaign's progress, asked of the ledger about once a second however many readers there are.</summary>
public sealed class CampaignProgressCache(PublishedGiving giving, ILedger ledger, TimeProvider clock)
{
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Reading> _readings = new(StringComparer.Ordinal);

    /// <returns>Null where there is no such campaign.</returns>
    /// <exception cref="LedgerException">The ledger does not answer.</exception>
    public ValueTask<Reading?> ReadAsync(string slug)
    {
        var site = giving.Site;
        if (_readings.TryGetValue(slug, out var reading) && reading.Site == site && clock.GetElapsedTime(reading.Taken) < _fresh)
            return new(reading);
        return site.Campaign(slug) is { } campaign ? AskAsync(site, campaign) : default;
    }

    // Readers who come while the ledger is being asked ask it too; the answer that comes last stands for the next second.
    private async ValueTask<Reading?> AskAsync(GivingSite site, Campaign campaign)
    {
        var (taken, at) = (clock.GetTimestamp(), clock.GetUtcNow());
        Window? window = campaign.Match is { } match ? new(match.Starts, match.Ends) : null;
        var totals = await ledger.TotalsAsync(campaign.Slug, campaign.Currency.ToLowerInvariant(), window, CancellationToken.None);
        var progress = Progress.Of(campaign, totals, at);
        return _readings[campaign.Slug] = new(site, progress, progress.ToJson(), progress.Tag, taken);
    }

    /// <param name="Taken">A timestamp of the clock.</param>
    public sealed record Reading(GivingSite Site, Progress Progress, byte[] Json, string Tag, long Taken);
}
