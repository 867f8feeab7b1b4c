using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Advocacy.Preview.StripeEmulator;
using Advocacy.Theme.Localization;

namespace Advocacy.Preview.Panel;

/// <summary>The gifts of the panel, each with what can be done to it: a session, or a later gift of a subscription.</summary>
internal sealed class PanelGifts(StripeEmulatorServer emulator, PreviewWords words)
{
    private readonly IReadOnlyList<JsonObject> _sessions = emulator.All("checkout.session");
    private readonly IReadOnlyList<JsonObject> _charges = emulator.All("charge");
    private readonly IReadOnlyList<JsonObject> _refunds = emulator.All("refund");
    private readonly IReadOnlyList<JsonObject> _disputes = emulator.All("dispute");

    private readonly Dictionary<string, JsonObject> _subscriptions =
        emulator.All("subscription").ToDictionary(subscription => subscription.Id());

    private readonly Dictionary<string, string> _paymentsOfInvoices = emulator.All("invoice_payment")
        .ToDictionary(payment => payment.Text("invoice")!, payment => (string)payment["payment"]!["payment_intent"]!);

    public ImmutableArray<PanelView.Gift> NewestFirst()
    {
        var firsts = _sessions.Select(session => session.Text("invoice")).ToHashSet();
        var renewals = emulator.All("invoice").Where(invoice => !firsts.Contains(invoice.Id()));
        return [.. _sessions.Select(OfSession).Concat(renewals.Select(OfRenewal)).OrderByDescending(gift => gift.At)];
    }

    private PanelView.Gift OfSession(JsonObject session)
    {
        var payment = session.Text("payment_intent") ?? PaymentOf(session.Text("invoice"));
        var status = session.Text("status")!;
        var often = session.Text("mode") == "subscription" ? words.EveryMonth : words.OneTime;
        return new(
            session.Id(), payment, words.In.Sum(session.Sum("amount_total")), often,
            StatusOf(payment, status is "open" or "expired" ? status : session.Text("payment_status")!),
            PanelView.At(session), [.. ButtonsOfSession(session, payment), .. ButtonsOfPayment(payment)]);
    }

    private PanelView.Gift OfRenewal(JsonObject invoice)
    {
        var payment = PaymentOf(invoice.Id());
        return new(
            invoice.Id(), payment, words.In.Sum(invoice.Sum("total")), words.EveryMonth,
            StatusOf(payment, invoice.Text("status")!), PanelView.At(invoice), [.. ButtonsOfPayment(payment)]);
    }

    private string? PaymentOf(string? invoice) => invoice is null ? null : _paymentsOfInvoices.GetValueOrDefault(invoice);

    private JsonObject? ChargeOf(string? payment) =>
        payment is null ? null : _charges.FirstOrDefault(charge => charge.Text("payment_intent") == payment);

    private IEnumerable<JsonObject> DisputesOf(string? payment) =>
        _disputes.Where(dispute => dispute.Text("payment_intent") == payment);

    private string StatusOf(string? payment, string status)
    {
        if (ChargeOf(payment) is not { } charge)
            return status;
        var parts = new List<string> { charge.Text("status") == "succeeded" ? status : charge.Text("status")! };
        if (charge.Number("amount_refunded") > 0)
            parts.Add(words.RefundedSum(words.In.Sum(charge.Sum("amount_refunded"))));
        parts.AddRange(DisputesOf(payment).Select(dispute => words.DisputeIs(dispute.Text("status")!)));
        return string.Join(", ", parts);
    }

    private IEnumerable<PanelView.Button> ButtonsOfSession(JsonObject session, string? payment)
    {
        if (session.Text("status") == "open")
        {
            yield return new("pay", session.Id(), words.PayByCard);
            yield return new("expire", session.Id(), words.LetExpire);
        }
        if (session.Text("status") == "complete" && IsPending(session, payment))
        {
            yield return new("settle", session.Id(), words.SettleDebit);
            yield return new("fail-debit", session.Id(), words.FailDebit);
        }
        if (session.Text("subscription") is { } subscription && _subscriptions[subscription].Text("status") != "canceled")
        {
            yield return new("renew", subscription, words.Renew);
            yield return new("renew-declined", subscription, words.RenewDeclined);
            yield return new("cancel", subscription, words.EndPledge);
        }
    }

    private bool IsPending(JsonObject session, string? payment) =>
        session.Text("payment_status") == "unpaid" && ChargeOf(payment)?.Text("status") == "pending";

    private IEnumerable<PanelView.Button> ButtonsOfPayment(string? payment)
    {
        if (ChargeOf(payment) is not { } charge || !charge.IsTrue("paid"))
            yield break;
        var isLeft = charge.Number("amount") > charge.Number("amount_refunded");
        if (isLeft)
        {
            yield return new("refund", payment!, words.RefundAll);
            yield return new("refund-half", payment!, words.RefundHalf);
            yield return new("refund-failing", payment!, words.RefundFailing);
        }
        var refunds = _refunds.Where(refund => refund.Text("payment_intent") == payment);
        foreach (var refund in refunds.Where(refund => refund.Text("status") == "succeeded"))
            yield return new("fail-refund", refund.Id(), words.FailRefundOf(words.In.Sum(refund.Sum("amount"))));
        if (isLeft && !charge.IsTrue("disputed"))
            yield return new("dispute", payment!, words.OpenDispute);
        foreach (var dispute in DisputesOf(payment))
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
