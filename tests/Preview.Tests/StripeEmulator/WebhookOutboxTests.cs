using Advocacy.Preview.StripeEmulator.Webhooks;
using Advocacy.TestKit.Stripe;
using Stripe;
using Xunit;

namespace Advocacy.Tests.Preview.StripeEmulator;

public sealed class WebhookOutboxTests : RunningStripeEmulator
{
    [Fact]
    public async Task RefusedEventIsRetriedUntilItArrives()
    {
        Receiver.Refusals.Enqueue(500);
        Receiver.Refusals.Enqueue(302);
        Emulator.Expire((await CreateAsync(Gift())).Id);

        await QuietAsync();

        Assert.Equal([500, 302, 200], Assert.Single(Emulator.WebhookOutbox.Deliveries).Attempts.Select(attempt => attempt.Status));
        Assert.Equal("checkout.session.expired", Assert.Single(Receiver.Types));
    }

    [Fact]
    public async Task EventThatIsAlwaysRefusedIsGivenUp()
    {
        foreach (var _ in Enumerable.Range(0, 20))
            Receiver.Refusals.Enqueue(503);
        Emulator.Expire((await CreateAsync(Gift())).Id);

        await QuietAsync();

        var delivery = Assert.Single(Emulator.WebhookOutbox.Deliveries);
        Assert.Equal(Enumerable.Repeat<int?>(503, 6), delivery.Attempts.Select(attempt => attempt.Status));
    }

    [Fact]
    public async Task EventsAreDuplicatedOnDemand()
    {
        Emulator.WebhookOutbox.DeliveryMode = DeliveryMode.Twice;
        Emulator.Expire((await CreateAsync(Gift())).Id);

        await QuietAsync();

        Assert.Equal(2, Receiver.Events.Count);
        Assert.Single(Receiver.Events.Select(received => received.Id).Distinct());
    }

    [Fact]
    public async Task EventsAreReorderedOnDemand()
    {
        Emulator.WebhookOutbox.DeliveryMode = DeliveryMode.Held;
        Emulator.Pay((await CreateAsync(Gift())).Id);
        await QuietAsync();
        Assert.Empty(Receiver.Events);

        Emulator.WebhookOutbox.Release(held => held.Reverse());
        await QuietAsync();

        Assert.Equal(
            [
                "charge.updated",
                "checkout.session.completed",
                "payment_intent.succeeded",
                "charge.succeeded",
                "payment_intent.created",
            ],
            Receiver.Types);
    }

    [Fact]
    public async Task OneChangeMayHaveTwoEvents()
    {
        Emulator.Expire((await CreateAsync(Gift())).Id);
        await QuietAsync();

        var twin = Emulator.SendTwin(Receiver.Events.Single().Id);
        await QuietAsync();

        Assert.Equal(2, Receiver.Events.Select(received => received.Id).Distinct().Count());
        Assert.Equal(twin, Receiver.Events.Last().Id);
        Assert.Single(Receiver.Events.Select(received => ((global::Stripe.Checkout.Session)received.Data.Object).ToJson()).Distinct());
    }

    [Fact]
    public async Task EventsAreListedInPages()
    {
        for (var i = 0; i < 5; i++)
            Emulator.Expire((await CreateAsync(Gift())).Id);
        Emulator.Pay((await CreateAsync(Gift())).Id);

        var options = new EventListOptions
        {
            Types = ["checkout.session.expired"],
            Created = new DateRangeOptions { GreaterThanOrEqual = DateTime.UtcNow.AddMinutes(-1) },
            Limit = 2,
        };
        var first = await Stripe.V1.Events.ListAsync(options);
        var all = await Stripe.V1.Events.ListAutoPagingAsync(options).ToListAsync();

        Assert.Equal((2, true), (first.Count(), first.HasMore));
        Assert.Equal(5, all.Select(listed => listed.Id).Distinct().Count());
        Assert.All(all, listed => Assert.Equal("checkout.session.expired", listed.Type));
    }
}
