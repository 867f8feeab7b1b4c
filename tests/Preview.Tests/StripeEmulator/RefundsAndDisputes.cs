using Advocacy.TestKit.Stripe;
using Stripe;
using Xunit;

namespace Advocacy.Tests.Preview.StripeEmulator;

public sealed class RefundsAndDisputes : RunningStripeEmulator
{
    [Fact]
    public async Task RefundInPartThenInFullIsNoMoreThanWasGiven()
    {
        var payment = await GiveAsync();

        var rest = new RefundCreateOptions { PaymentIntent = payment };
        Emulator.Refund(payment, 2000);
        var second = await Stripe.V1.Refunds.CreateAsync(rest);
        var refusal = await Assert.ThrowsAsync<StripeException>(() => Stripe.V1.Refunds.CreateAsync(rest));
        await QuietAsync();

        Assert.Equal(3000, second.Amount);
        Assert.Equal("charge_already_refunded", refusal.StripeError.Code);
        Assert.Equal([2000, 5000], EventsOf<Charge>("charge.refunded").Select(charge => charge.AmountRefunded));
        Assert.Equal([2000, 3000], EventsOf<Refund>("refund.created").Select(refund => refund.Amount));
    }

    [Fact]
    public async Task FailedRefundIsSentAsAnEvent()
    {
        var payment = await GiveAsync();
        var refund = Emulator.Refund(payment);

        Emulator.FailRefund(refund);
        await QuietAsync();

        var failed = Assert.Single(EventsOf<Refund>("refund.failed"));
        Assert.Equal(("failed", "expired_or_canceled_card"), (failed.Status, failed.FailureReason));
        var charges = await Stripe.V1.Charges.ListAsync(new ChargeListOptions { PaymentIntent = payment });
        Assert.Equal(0, charges.Single().AmountRefunded);
    }

    [Fact]
    public async Task DisputeThatIsLostAndReinstatedMovesTheBalanceTwice()
    {
        var dispute = Emulator.Dispute(await GiveAsync());
        Emulator.LoseDispute(dispute);
        Emulator.ReinstateDispute(dispute);
        await QuietAsync();

        Assert.Equal(
            [
                "charge.dispute.created",
                "charge.dispute.funds_withdrawn",
                "charge.dispute.closed",
                "charge.dispute.updated",
                "charge.dispute.funds_reinstated",
            ],
            Receiver.Types.TakeLast(5));
        Assert.Equal("lost", EventsOf<Dispute>("charge.dispute.closed").Single().Status);
        Assert.Equal([-5000, 5000], (await Stripe.V1.Disputes.GetAsync(dispute)).BalanceTransactions.Select(moved => moved.Amount));
    }

    [Fact]
    public async Task DisputeThatIsWonBringsTheMoneyBack()
    {
        var dispute = Emulator.Dispute(await GiveAsync());
        Emulator.WinDispute(dispute);
        await QuietAsync();

        Assert.Equal(["charge.dispute.funds_reinstated", "charge.dispute.closed"], Receiver.Types.TakeLast(2));
        Assert.Equal("won", EventsOf<Dispute>("charge.dispute.closed").Single().Status);
    }

    [Fact]
    public async Task RefundLeavesTheRestForThePayout()
    {
        Emulator.Refund(await GiveAsync(), 1000);

        var payout = Emulator.PayOut();
        await QuietAsync();

        var moved = await Stripe.V1.BalanceTransactions.ListAsync(new BalanceTransactionListOptions { Payout = payout });
        Assert.Equal(
            [("payout", -3825L), ("refund", -1000), ("charge", 4825)],
            moved.Select(transaction => (transaction.Type, transaction.Net)));
        Assert.Equal(("paid", 3825), EventsOf<Payout>("payout.paid").Select(paid => (paid.Status, paid.Amount)).Single());
        Assert.Null(Emulator.PayOut());
    }

    private async Task<string> GiveAsync()
    {
        var session = await CreateAsync(Gift());
        Emulator.Pay(session.Id);
        return (await Stripe.V1.Checkout.Sessions.GetAsync(session.Id)).PaymentIntentId;
    }

    private IEnumerable<T> EventsOf<T>(string type) =>
        Receiver.Events.Where(received => received.Type == type).Select(received => Assert.IsType<T>(received.Data.Object));
}
