using System.Diagnostics;
using Advocacy.Functions.Operations;
using Xunit;

namespace Advocacy.Tests.Functions;

[Collection(GivingSites.Name)]
public sealed class TracesAndMetrics(PublishedCampaign published)
{
    [Fact]
    public async Task GoToTheCollectorThatIsNamedAndTellOfNobody()
    {
        await using var collector = await Collector.StartAsync();
        string session;
        await using (var functions = await RunningFunctions.StartAsync(published, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address)))
        {
            using var given = await functions.GiveAsync(("amount", "50"), ("tribute", "honor"), ("tribute_name", "Ana Example"));
            session = RunningFunctions.SessionOf(given);
            using var status = await functions.GetAsync($"/api/donations/{session}?from=203.0.113.7");
        }

        var traces = string.Concat(collector.Taken.Where(taken => taken.Service.EndsWith("TraceService", StringComparison.Ordinal)).Select(taken => taken.Text));
        var metrics = string.Concat(collector.Taken.Where(taken => taken.Service.EndsWith("MetricsService", StringComparison.Ordinal)).Select(taken => taken.Text));
        Assert.Contains("advocacy-functions", traces, StringComparison.Ordinal);
        Assert.Contains("/api/donations/{session}", traces, StringComparison.Ordinal);
        Assert.Contains("/v1/checkout/sessions", traces, StringComparison.Ordinal);
        Assert.Contains("giving.donations", metrics, StringComparison.Ordinal);
        Assert.Contains("opened", metrics, StringComparison.Ordinal);
        foreach (var personal in (string[])[session, "203.0.113.7", "Ana Example"])
            Assert.DoesNotContain(personal, traces + metrics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.stripe.com/v1/checkout/sessions/cs_test_a1B2?expand[0]=subscription", "https://api.stripe.com/v1/checkout/sessions/")]
    [InlineData("https://api.stripe.com/v1/checkout/sessions", "https://api.stripe.com/v1/checkout/sessions")]
    [InlineData("https://api.stripe.com/v1/invoice_payments?invoice=in_1", "https://api.stripe.com/v1/invoice_payments")]
    public void NameTheKindOfObjectAndNoId(string address, string told)
    {
        using var activity = new Activity("GET");

        Telemetry.Anonymise(activity, new Uri(address));

        Assert.Equal(told, activity.GetTagItem("url.full"));
    }
}
