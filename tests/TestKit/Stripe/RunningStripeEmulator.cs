using Advocacy.Preview.StripeEmulator;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace Advocacy.TestKit.Stripe;

/// <summary>The Stripe emulator with a receiver of its events and Stripe's own client.</summary>
public abstract class RunningStripeEmulator : IAsyncLifetime
{
    private static readonly HttpClient _http = new();

    protected Receiver Receiver { get; private set; } = null!;

    protected StripeEmulatorServer Emulator { get; private set; } = null!;

    protected StripeClient Stripe { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Receiver = await Receiver.StartAsync();
        Emulator = await StripeEmulatorServer.StartAsync(new StripeEmulatorOptions(Receiver.Url, Receiver.Secret, TimeProvider.System)
        {
            Wording = new(SiteFolder.Theme),
            Waits = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(20), 5)],
        });
        Stripe = new StripeClient(new StripeClientOptions
        {
            ApiKey = "sk_test_standin",
            ApiBase = Emulator.Address,
            HttpClient = new SystemNetHttpClient(_http, maxNetworkRetries: 0, enableTelemetry: false),
        });
    }

    public async Task DisposeAsync()
    {
        await Emulator.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    protected static SessionCreateOptions Gift(long amount = 5000) => new()
    {
        Mode = "payment",
        SubmitType = "donate",
        SuccessUrl = "https://example.org/donate/thanks/?session={CHECKOUT_SESSION_ID}",
        CancelUrl = "https://example.org/donate/",
        Metadata = new() { ["advocacy"] = "1" },
        PaymentIntentData = new() { Metadata = new() { ["advocacy"] = "1", ["campaign"] = "givingtuesday-2026" } },
        LineItems =
        [
            new()
            {
                Quantity = 1,
                PriceData = new() { Currency = "usd", UnitAmount = amount, ProductData = new() { Name = "Gift" } },
            },
        ],
    };

    protected static SessionCreateOptions Pledge(long amount = 1500)
    {
        var pledge = Gift(amount);
        pledge.Mode = "subscription";
        pledge.SubscriptionData = new() { Metadata = pledge.PaymentIntentData.Metadata };
        pledge.PaymentIntentData = null;
        pledge.LineItems[0].PriceData.Recurring = new() { Interval = "month" };
        return pledge;
    }

    protected Task<Session> CreateAsync(SessionCreateOptions options) => Stripe.V1.Checkout.Sessions.CreateAsync(options);

    /// <summary>Waits until every event has come to its end; fails after half a minute.</summary>
    protected async Task QuietAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await Emulator.WebhookOutbox.QuietAsync(patience.Token);
    }
}
