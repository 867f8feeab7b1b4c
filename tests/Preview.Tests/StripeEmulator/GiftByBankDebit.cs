using Advocacy.Preview.StripeEmulator.Resources;
using Advocacy.TestKit.Stripe;
using Stripe;
using Xunit;

namespace Advocacy.Tests.Preview.StripeEmulator;

public sealed class GiftByBankDebit : RunningStripeEmulator
{
    [Fact]
    public async Task IsPendingThenSettled()
    {
        var session = await CreateAsync(Gift());
        Emulator.Pay(session.Id, TestPaymentMethod.BankDebit);
        var pending = await Stripe.V1.Checkout.Sessions.GetAsync(session.Id);

        Emulator.SettleDebit(session.Id);
        await QuietAsync();

        Assert.Equal(("complete", "unpaid"), (pending.Status, pending.PaymentStatus));
        Assert.Equal("paid", (await Stripe.V1.Checkout.Sessions.GetAsync(session.Id)).PaymentStatus);
        Assert.Equal(
            [
                "payment_intent.created", "payment_intent.processing", "charge.pending", "checkout.session.completed",
                "charge.succeeded", "payment_intent.succeeded", "checkout.session.async_payment_succeeded", "charge.updated",
            ],
            Receiver.Types);
    }

    [Fact]
    public async Task IsPendingThenFailed()
    {
        var session = await CreateAsync(Gift());
        Emulator.Pay(session.Id, TestPaymentMethod.BankDebit);

        Emulator.FailDebit(session.Id);
        await QuietAsync();

        Assert.Equal(
            ["charge.failed", "payment_intent.payment_failed", "checkout.session.async_payment_failed"],
            Receiver.Types.TakeLast(3));
        Assert.Equal("unpaid", (await Stripe.V1.Checkout.Sessions.GetAsync(session.Id)).PaymentStatus);
    }

    [Fact]
    public async Task OfAPledgeIsPaidWhenItSettles()
    {
        var session = await CreateAsync(Pledge());
        Emulator.Pay(session.Id, TestPaymentMethod.BankDebit);
        await QuietAsync();
        Assert.DoesNotContain("invoice.paid", Receiver.Types);

        Emulator.SettleDebit(session.Id);
        await QuietAsync();

        var invoice = Assert.IsType<Invoice>(Receiver.Events.Single(received => received.Type == "invoice.paid").Data.Object);
        Assert.Equal(1500, invoice.AmountPaid);
    }
}
