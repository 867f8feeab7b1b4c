using System.Diagnostics.Metrics;

namespace Advocacy.Functions.Hosting;

/// <summary>Counts what came of each donate form: no amount, no campaign, nobody.</summary>
public sealed class GivingMeter : IDisposable
{
    public const string Name = "Advocacy.Giving";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _donations;

    public GivingMeter() => _donations = _meter.CreateCounter<long>("giving.donations", "{form}", "Donate forms by outcome");

    public void Donation(string outcome) => _donations.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Dispose() => _meter.Dispose();
}
