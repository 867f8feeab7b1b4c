using Advocacy.TestKit.Stripe;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace Advocacy.Tests.Preview.StripeEmulator;

public sealed class GiftByCard : RunningStripeEmulator
{
    [Fact]
    public async Task SendsTheEventsOfThePaymentThenOfTheSessionThenOfTheFee()
    {
        var session = await CreateAsync(Gift());

        Assert.True(Emulator.Pay(session.Id));
        await QuietAsync();

        Assert.Equal(
            [
                "payment_intent.created",
                "charge.succeeded",
                "payment_intent.succeeded",
                "checkout.session.completed",
                "charge.updated",
            ],
            Receiver.Types);
        var sent = Assert.IsType<Session>(Receiver.Events.Single(received => received.Type == "checkout.session.completed").Data.Object);
        Assert.Equal((session.Id, "complete", "paid", 5000), (sent.Id, sent.Status, sent.PaymentStatus, sent.AmountTotal));
        Assert.Equal("1", sent.Metadata["advocacy"]);
    }

    [Fact]
    public async Task HasItsFeeOnlyAfterTheUpdateOfTheCharge()
    {
        var session = await CreateAsync(Gift());
        Emulator.Pay(session.Id);
        await QuietAsync();

        var first = Assert.IsType<Charge>(Receiver.Events.Single(received => received.Type == "charge.succeeded").Data.Object);
        var later = Assert.IsType<Charge>(Receiver.Events.Single(received => received.Type == "charge.updated").Data.Object);
        var moved = await Stripe.V1.BalanceTransactions.GetAsync(later.BalanceTransactionId);

        Assert.Null(first.BalanceTransactionId);
        Assert.Equal((5000, 175, 4825), (moved.Amount, moved.Fee, moved.Net));
    }

    [Fact]
    public async Task IsReadBackWithWhatIsInIt()
    {
        var session = await CreateAsync(Gift());
        Emulator.Pay(session.Id);

        var withParts = new SessionGetOptions { Expand = ["payment_intent.latest_charge.balance_transaction", "line_items"] };
        var read = await Stripe.V1.Checkout.Sessions.GetAsync(session.Id, withParts);

        Assert.Equal("succeeded", read.PaymentIntent.Status);
        Assert.Equal("givingtuesday-2026", read.PaymentIntent.Metadata["campaign"]);
        Assert.Equal(175, read.PaymentIntent.LatestCharge.BalanceTransaction.Fee);
        Assert.Equal("Gift", Assert.Single(read.LineItems).Description);
    }
}
