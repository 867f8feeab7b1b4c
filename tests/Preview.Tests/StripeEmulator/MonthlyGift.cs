using Advocacy.TestKit.Stripe;
using Stripe;
using Stripe.BillingPortal;
using Xunit;

namespace Advocacy.Tests.Preview.StripeEmulator;

public sealed class MonthlyGift : RunningStripeEmulator
{
    [Fact]
    public async Task ComesAsAnInvoiceThatNamesItsPledgeAndIsPaidByAnIntent()
    {
        var session = await CreateAsync(Pledge());
        Emulator.Pay(session.Id);
        await QuietAsync();

        var invoice = Assert.IsType<Invoice>(Receiver.Events.Single(received => received.Type == "invoice.paid").Data.Object);
        var payments = await Stripe.V1.InvoicePayments.ListAsync(new InvoicePaymentListOptions { Invoice = invoice.Id });
        var sent = Assert.IsType<InvoicePayment>(Receiver.Events.Single(received => received.Type == "invoice_payment.paid").Data.Object);
        var completed = await Stripe.V1.Checkout.Sessions.GetAsync(session.Id);

        Assert.Equal("subscription_details", invoice.Parent.Type);
        Assert.Equal(completed.SubscriptionId, invoice.Parent.SubscriptionDetails.SubscriptionId);
        Assert.Equal("givingtuesday-2026", invoice.Parent.SubscriptionDetails.Metadata["campaign"]);
        Assert.Equal(("subscription_create", 1500, "usd"), (invoice.BillingReason, invoice.AmountPaid, invoice.Currency));
        Assert.Equal(sent.Id, Assert.Single(payments).Id);
        Assert.StartsWith("pi_", sent.Payment.PaymentIntentId, StringComparison.Ordinal);
        Assert.Null(completed.PaymentIntentId);
        Assert.Equal(invoice.Id, completed.InvoiceId);
    }

    [Fact]
    public async Task IsRenewedOnDemand()
    {
        var session = await CreateAsync(Pledge());
        Emulator.Pay(session.Id);
        var pledge = (await Stripe.V1.Checkout.Sessions.GetAsync(session.Id)).SubscriptionId;

        Emulator.Renew(pledge);
        await QuietAsync();

        var invoices = await Stripe.V1.Invoices.ListAsync(new InvoiceListOptions { Subscription = pledge });
        Assert.Equal(["subscription_cycle", "subscription_create"], invoices.Select(invoice => invoice.BillingReason));
        Assert.Equal(2, Receiver.Types.Count(type => type == "invoice.paid"));
        Assert.Equal(2, Emulator.All("payment_intent").Count(intent => (string?)intent["status"] == "succeeded"));
    }

    [Fact]
    public async Task IsEndedByTheDonorInThePortal()
    {
        var session = await CreateAsync(Pledge());
        Emulator.Pay(session.Id);
        var customer = Assert.Single(await Stripe.V1.Customers.ListAsync(new CustomerListOptions { Email = "donor@example.org" }));
        var options = new SessionCreateOptions { Customer = customer.Id, ReturnUrl = "https://example.org/donate/manage/" };
        var portal = await Stripe.V1.BillingPortal.Sessions.CreateAsync(options);
        using var browser = new HttpClient();
        var page = await browser.GetStringAsync(portal.Url);
        var pledge = (await Stripe.V1.Checkout.Sessions.GetAsync(session.Id)).SubscriptionId;

        using var form = new FormUrlEncodedContent([new("subscription", pledge)]);
        using var ended = await browser.PostAsync(new Uri(portal.Url), form);
        await QuietAsync();

        Assert.Contains("$15", page, StringComparison.Ordinal);
        Assert.Contains("customer.subscription.deleted", Receiver.Types);
        Assert.Equal("canceled", (await Stripe.V1.Subscriptions.GetAsync(pledge)).Status);
        Assert.Empty(await Stripe.V1.Subscriptions.ListAsync(new SubscriptionListOptions { Customer = customer.Id }));
    }

    [Fact]
    public async Task OnceWithAReceiptHasAnInvoiceWithoutAPledge()
    {
        var options = Gift();
        options.InvoiceCreation = new() { Enabled = true, InvoiceData = new() { Footer = "No goods or services." } };
        var session = await CreateAsync(options);
        Emulator.Pay(session.Id);
        await QuietAsync();

        var invoice = Assert.IsType<Invoice>(Receiver.Events.Single(received => received.Type == "invoice.paid").Data.Object);
        Assert.Null(invoice.Parent);
        Assert.Equal("No goods or services.", invoice.Footer);
        Assert.Equal((await Stripe.V1.Checkout.Sessions.GetAsync(session.Id)).InvoiceId, invoice.Id);
    }
}
