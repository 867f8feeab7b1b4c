using Advocacy.Functions.Configuration;
using Advocacy.Functions.Finance;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Ledger.Sqlite;
using Advocacy.Functions.Webhooks;
using Advocacy.TestKit.Functions;
using Advocacy.TestKit.Ledger;
using Advocacy.TestKit.Stripe;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Stripe;
using Xunit;

namespace Advocacy.Tests.Functions.Finance;

/// <summary>The mark that each run of the timer leaves in the ledger.</summary>
public sealed class ReconciliationHeartbeatTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heartbeat-").FullName;
    private readonly FakeTimeProvider _clock = new(Given.Noon.AddHours(2));
    private SqliteLedger _ledger = null!;
    private StripeAccount _stripe = null!;

    public async Task InitializeAsync()
    {
        _ledger = SqliteLedger.Open(Path.Combine(_folder, "ledger.db"));
        _stripe = await StripeAccount.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _stripe.DisposeAsync();
        await _ledger.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // Events are compared again from the first that is not understood; the timer has run all the same.
    [Fact]
    public async Task IsLeftEvenWhereSomethingIsNotUnderstood()
    {
        var stripeEvent = StripeEvents.Event("checkout.session.completed", StripeEvents.Session());
        stripeEvent["data"]!["object"]!["amount_total"] = null;
        _stripe.Knows(stripeEvent);
        _stripe.Events.Add(stripeEvent);

        await RunAsync();

        Assert.NotEqual(_clock.GetUtcNow(), await _ledger.ReconciledAsync(CancellationToken.None));
        Assert.Equal(_clock.GetUtcNow(), await _ledger.ReconcileRanAsync(CancellationToken.None));
    }

    [Fact]
    public async Task IsNotLeftWhereStripeDoesNotAnswer()
    {
        await RunAsync();
        var before = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromHours(1));
        _stripe.IsDown = true;

        await Assert.ThrowsAnyAsync<StripeException>(RunAsync);

        Assert.Equal(before, await _ledger.ReconcileRanAsync(CancellationToken.None));
    }

    private async Task RunAsync()
    {
        var file = await PublishedCampaign.SharedFileAsync();
        var (giving, _) = await GivingFromFile.OpenAsync(file, _clock, CancellationToken.None);
        var options = new WebhookOptions(["whsec_test"], Livemode: false);
        var recorder = new EventRecorder(_ledger, _stripe.Client, options, giving!, NullLogger<EventRecorder>.Instance);
        await new Reconciliation(_ledger, recorder, _stripe.Client, _clock).RunAsync(CancellationToken.None);
    }
}
