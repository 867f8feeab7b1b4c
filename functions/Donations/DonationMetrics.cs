using System.Diagnostics.Metrics;

namespace Advocacy.Functions.Donations;

/// <summary>Counts what came of each donate form: no amount, no campaign, nobody.</summary>
public sealed class DonationMetrics : IDisposable
{
    public const string Name = "Advocacy.Giving";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _donations;

    public DonationMetrics() => _donations = _meter.CreateCounter<long>("giving.donations", "{form}", "Donate forms by outcome");

    public void Count(string outcome) => _donations.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Dispose() => _meter.Dispose();
}
