using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Advocacy.Preview.FunctionsHost;
using Advocacy.Preview.StripeEmulator;
using Advocacy.Preview.StripeEmulator.Webhooks;
using Advocacy.Theme.Localization;

namespace Advocacy.Preview.Panel;

/// <summary>What the panel shows.</summary>
public sealed record PanelView(
    FunctionsHostEmulator? Functions, bool HasStandIn, ImmutableArray<PanelView.Gift> Gifts, ImmutableArray<PanelView.Told> Events, DeliveryMode DeliveryMode, int HeldCount, string? Said)
{
    private const int EventsShown = 60;

    /// <summary>A session, or a later gift of a pledge.</summary>
    /// <param name="Status">As Stripe says it.</param>
    public sealed record Gift(string Id, string? Payment, string Amount, string Often, string Status, DateTimeOffset At, ImmutableArray<Button> Buttons);

    public sealed record Button(string Do, string Id, string Label);

    public sealed record Told(string Id, string Type, string About, DateTimeOffset At, ImmutableArray<string> Deliveries);

    public static PanelView Of(LocalBackend cloud, string? said, PreviewWords words)
    {
        var standIn = cloud.Stripe;
        return standIn is null
            ? new(cloud.Functions, false, [], [], DeliveryMode.InOrder, 0, said)
            : new(cloud.Functions, true, GiftsOf(standIn, words), EventsOf(standIn, words), standIn.WebhookOutbox.DeliveryMode, standIn.WebhookOutbox.HeldCount, said);
    }

    private static ImmutableArray<Gift> GiftsOf(StripeEmulatorServer standIn, PreviewWords words)
    {
        var (refunds, disputes, charges) = (standIn.All("refund"), standIn.All("dispute"), standIn.All("charge"));
        var ofInvoices = standIn.All("invoice_payment").ToDictionary(payment => payment.Text("invoice")!, payment => (string)payment["payment"]!["payment_intent"]!);
        var sessions = standIn.All("checkout.session");
        var firsts = sessions.Select(session => session.Text("invoice")).ToHashSet();
        var pledges = standIn.All("subscription").ToDictionary(pledge => pledge.Id());
        var gifts = sessions.Select(session => OfSession(session, session.Text("payment_intent") ?? PaymentOf(session.Text("invoice"))))
            .Concat(standIn.All("invoice").Where(invoice => !firsts.Contains(invoice.Id())).Select(OfRenewal));
        return [.. gifts.OrderByDescending(gift => gift.At)];

        string? PaymentOf(string? invoice) => invoice is null ? null : ofInvoices.GetValueOrDefault(invoice);

        Gift OfSession(JsonObject session, string? payment)
        {
            var isOpen = session.Text("status") == "open";
            var isPending = session.Text("status") == "complete" && session.Text("payment_status") == "unpaid" && ChargeOf(payment)?.Text("status") == "pending";
            var buttons = new List<Button>();
            if (isOpen)
                buttons.AddRange([new("pay", session.Id(), words.PayByCard), new("expire", session.Id(), words.LetExpire)]);
            if (isPending)
                buttons.AddRange([new("settle", session.Id(), words.SettleDebit), new("fail-debit", session.Id(), words.FailDebit)]);
            if (session.Text("subscription") is { } pledge && pledges[pledge].Text("status") != "canceled")
                buttons.AddRange([new("renew", pledge, words.Renew), new("renew-declined", pledge, words.RenewDeclined), new("cancel", pledge, words.EndPledge)]);
            buttons.AddRange(OfPayment(payment));
            return new(
                session.Id(), payment, words.In.Sum(session.Sum("amount_total")),
                session.Text("mode") == "subscription" ? words.EveryMonth : words.OneTime,
                StatusOf(payment, isOpen || session.Text("status") == "expired" ? session.Text("status")! : session.Text("payment_status")!),
                At(session), [.. buttons]);
        }

        Gift OfRenewal(JsonObject invoice)
        {
            var payment = PaymentOf(invoice.Id());
            return new(
                invoice.Id(), payment, words.In.Sum(invoice.Sum("total")), words.EveryMonth,
                StatusOf(payment, invoice.Text("status")!), At(invoice), [.. OfPayment(payment)]);
        }

        JsonObject? ChargeOf(string? payment) => payment is null ? null : charges.FirstOrDefault(charge => charge.Text("payment_intent") == payment);

        string StatusOf(string? payment, string status)
        {
            if (ChargeOf(payment) is not { } charge)
                return status;
            var parts = new List<string> { charge.Text("status") == "succeeded" ? status : charge.Text("status")! };
            if (charge.Number("amount_refunded") > 0)
                parts.Add(words.RefundedSum(words.In.Sum(charge.Sum("amount_refunded"))));
            parts.AddRange(disputes.Where(dispute => dispute.Text("payment_intent") == payment).Select(dispute => words.DisputeIs(dispute.Text("status")!)));
            return string.Join(", ", parts);
        }

        IEnumerable<Button> OfPayment(string? payment)
        {
            if (ChargeOf(payment) is not { } charge || !charge.Says("paid"))
                yield break;
            if (charge.Number("amount") > charge.Number("amount_refunded"))
            {
                yield return new("refund", payment!, words.RefundAll);
                yield return new("refund-half", payment!, words.RefundHalf);
                yield return new("refund-failing", payment!, words.RefundFailing);
            }
            foreach (var refund in refunds.Where(refund => refund.Text("payment_intent") == payment && refund.Text("status") == "succeeded"))
                yield return new("fail-refund", refund.Id(), words.FailRefundOf(words.In.Sum(refund.Sum("amount"))));
            if (!charge.Says("disputed") && charge.Number("amount") > charge.Number("amount_refunded"))
                yield return new("dispute", payment!, words.OpenDispute);
            foreach (var dispute in disputes.Where(dispute => dispute.Text("payment_intent") == payment))
            {
                if (dispute.Text("status") == "needs_response")
                {
                    yield return new("win", dispute.Id(), words.WinDispute);
                    yield return new("lose", dispute.Id(), words.LoseDispute);
                }
                else if (dispute.Text("status") == "lost")
                {
                    yield return new("reinstate", dispute.Id(), words.ReinstateDispute);
                }
            }
        }
    }

    private static ImmutableArray<Told> EventsOf(StripeEmulatorServer standIn, PreviewWords words)
    {
        var deliveries = standIn.WebhookOutbox.Deliveries.ToLookup(delivery => delivery.Event);
        return [.. standIn.All("event").Take(EventsShown).Select(told => new Told(
            told.Id(), told.Text("type")!, told["data"]!["object"]!.AsObject().Id(), At(told), [.. deliveries[told.Id()].Select(delivery => Describe(delivery, words))]))];
    }

    private static string Describe(Delivery delivery, PreviewWords words) => delivery.Attempts.IsEmpty
        ? words.OnItsWay
        : string.Join(" → ", delivery.Attempts.Select(attempt => attempt.Status?.ToString(CultureInfo.InvariantCulture) ?? attempt.Trouble));

    private static DateTimeOffset At(JsonObject known) => DateTimeOffset.FromUnixTimeSeconds(known.Number("created"));
}
