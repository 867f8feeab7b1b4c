using System.Collections.Immutable;
using System.Diagnostics;
using Advocacy.Functions.Hosting;
using Advocacy.Preview.FunctionsHost;
using Advocacy.TestKit;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Hosting;

/// <summary>Traces and metrics by OpenTelemetry.</summary>
[Collection(PublishedCampaignGroup.Name)]
public sealed class TelemetryTests(PublishedCampaign published) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("worker-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task GoesToTheCollectorAndHoldsNothingPersonal()
    {
        await using var collector = await Collector.StartAsync();
        string session;
        await using (var functions = await RunningFunctions.StartAsync(published, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address)))
        {
            using var given = await functions.GiveAsync(("amount", "50"), ("tribute", "honor"), ("tribute_name", "Ana Example"));
            session = RunningFunctions.SessionOf(given);
            using var status = await functions.GetAsync($"/api/donations/{session}?from=203.0.113.7");
        }

        var (traces, metrics) = (TextsOf("TraceService"), TextsOf("MetricsService"));
        Assert.Contains("advocacy-functions", traces, StringComparison.Ordinal);
        Assert.Contains("api/donations/{session}", traces, StringComparison.Ordinal);
        Assert.Contains("/v1/checkout/sessions", traces, StringComparison.Ordinal);
        Assert.Contains("giving.donations", metrics, StringComparison.Ordinal);
        Assert.Contains("opened", metrics, StringComparison.Ordinal);
        foreach (var personal in (string[])[session, "203.0.113.7", "Ana Example"])
            Assert.DoesNotContain(personal, traces + metrics, StringComparison.Ordinal);

        string TextsOf(string service) => string.Concat(collector.Taken
            .Where(taken => taken.Service.EndsWith(service, StringComparison.Ordinal))
            .Select(taken => taken.Text));
    }

    /// <summary>The host passes nothing on from a worker that sends its telemetry itself.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LeavesEachLogLineInTheTerminalOnce(bool hasCollector)
    {
        await using var collector = await Collector.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["STRIPE_SECRET_KEY"] = "sk_test_lines",
            ["STRIPE_WEBHOOK_SECRET"] = "whsec_lines",
            ["LEDGER_CONNECTION"] = $"sqlite:{Path.Combine(_folder, "ledger.db")}",
            ["GIVING_FILE"] = published.GivingFile,
            ["SITE_URL"] = "https://www.example.test",
        };
        if (hasCollector)
            settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        await using var host = await FunctionsHostEmulator.StartAsync(new(
            ["dotnet", BuiltProgram.Functions],
            BuiltProgram.FolderOf("functions"),
            settings.ToImmutableDictionary(),
            _ => { },
            TimeProvider.System));
        await using var server = await FunctionsHostServer.StartAsync(host);
        using var client = new HttpClient();

        using var answer = await client.PostAsync(new Uri(server.Address, "/api/stripe/webhook"), new StringContent("{}"));

        for (var i = 0; i < 100 && Lines() == 0; i++)
            await Task.Delay(50);
        Assert.Equal(1, Lines());

        int Lines() => host.Lines.Count(
            line => line.Contains("A webhook was refused: There is no Stripe-Signature.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "https://api.stripe.com/v1/checkout/sessions/cs_test_a1B2?expand[0]=subscription",
        "https://api.stripe.com/v1/checkout/sessions/")]
    [InlineData("https://api.stripe.com/v1/checkout/sessions", "https://api.stripe.com/v1/checkout/sessions")]
    [InlineData("https://api.stripe.com/v1/invoice_payments?invoice=in_1", "https://api.stripe.com/v1/invoice_payments")]
    public void NamesTheKindOfObjectAndNoId(string address, string reported)
    {
        using var activity = new Activity("GET");

        Telemetry.Anonymize(activity, new Uri(address));

        Assert.Equal(reported, activity.GetTagItem("url.full"));
    }
}
