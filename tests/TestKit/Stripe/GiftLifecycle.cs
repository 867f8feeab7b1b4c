using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Advocacy.TestKit.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace Advocacy.TestKit.Stripe;

/// <summary>What can happen to a gift, from its session to the end of its disputes.</summary>
/// <param name="Kind"><c>card</c>, <c>debit</c>, <c>monthly</c>, or <c>foreign</c>: of another program on the same account.</param>
/// <param name="Amount">In minor units, divisible by three.</param>
/// <param name="Settles">Or else it expires, or the bank refuses.</param>
/// <param name="Months">Paid invoices of a monthly gift.</param>
/// <param name="Refunds">Of a third of the amount each; whether each reaches the donor.</param>
/// <param name="Dispute"><c>none</c>, <c>won</c>, <c>lost</c>, <c>reinstated</c> or <c>warning_closed</c>.</param>
public sealed record GiftLifecycle(string Kind, int Amount, bool Settles, int Months, ImmutableArray<bool> Refunds, string Dispute)
{
    /// <summary>What the first gift counts for in the end, worked out apart from the ledger.</summary>
    private long FirstStanding => Dispute == "lost" ? 0 : Amount - (Amount / 3 * Refunds.Count(reaches => reaches));

    private bool Counts => Settles && Kind != "foreign";

    public long Raised => !Counts ? 0 : FirstStanding + (Kind == "monthly" ? (Months - 1) * Amount : 0);

    public long Gifts => !Counts ? 0 : (FirstStanding > 0 ? 1 : 0) + (Kind == "monthly" ? Months - 1 : 0);

    public static Arbitrary<GiftLifecycle> Any() => Arb.From(
        from kind in Gen.Elements("card", "card", "debit", "monthly", "foreign")
        from thirds in Gen.Choose(1, 100_000)
        from settles in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from months in Gen.Choose(1, 3)
        from refunds in Gen.Choose(0, 3).SelectMany(count => Gen.Elements(true, true, false).ArrayOf(count))
        from dispute in Gen.Elements("none", "none", "won", "lost", "reinstated", "warning_closed")
        select new GiftLifecycle(kind, thirds * 3, settles, months, [.. refunds], dispute));

    /// <summary>Its events in the order in which they happen, after the account at Stripe has got the objects that they need.</summary>
    internal ImmutableArray<JsonObject> Happen(StripeAccount stripe, string name, string campaign)
    {
        var gift = $"pi_{name}";
        var events = new List<JsonObject>();
        void Add(string type, JsonObject subject) => events.Add(
            StripeEvents.Event(type, subject, $"evt_{name}x{events.Count}", Given.Noon.AddMinutes(events.Count)));
        JsonObject Metadata() => Kind == "foreign" ? new JsonObject { ["programme"] = "bookshop" } : StripeEvents.Metadata(campaign);
        JsonObject Session(string status, string mode = "payment") => StripeEvents.Session(gift, Amount, status, mode, Metadata());

        switch (Kind, Settles)
        {
            case ("monthly", false):
                Add("checkout.session.expired", Session("unpaid", "subscription"));
                return [.. events];
            case ("monthly", true):
                Add("checkout.session.completed", Session("paid", "subscription"));
                for (var month = 0; month < Months; month++)
                {
                    var payment = month == 0 ? gift : $"{gift}m{month}";
                    stripe.Payments.Add(new($"in_{name}m{month}", payment, Amount, Metadata()));
                    Add("invoice.paid", StripeEvents.Invoice($"in_{name}m{month}", Amount, metadata: Metadata()));
                }
                stripe.Intents[gift] = [];
                break;
            case ("debit", _):
                Add("checkout.session.completed", Session("unpaid"));
                if (Settles) Add("checkout.session.async_payment_succeeded", Session("paid"));
                else Add("checkout.session.async_payment_failed", Session("unpaid"));
                break;
            case (_, false):
                Add("checkout.session.expired", Session("unpaid"));
                break;
            default:
                Add("checkout.session.completed", Session("paid"));
                Add("invoice.paid", StripeEvents.Invoice($"in_{name}", Amount, monthly: false));
                Add("checkout.session.expired", Session("paid"));
                break;
        }
        if (!Settles) return [.. events];

        stripe.Intents.TryAdd(gift, Metadata());
        Add("payment_intent.succeeded", new JsonObject { ["id"] = gift, ["object"] = "payment_intent" });
        foreach (var (i, reaches) in Refunds.Index())
        {
            JsonObject Refund(string status) => StripeEvents.Refund(Amount / 3, $"re_{name}x{i}", gift, status);
            Add("refund.created", Refund("pending"));
            Add("charge.refunded", new JsonObject { ["id"] = $"ch_{name}", ["object"] = "charge" });
            Add("refund.updated", Refund(reaches ? "succeeded" : "failed"));
            if (!reaches) Add("refund.failed", Refund("failed"));
        }
        if (Dispute == "none") return [.. events];

        JsonObject Disputed(string status) => StripeEvents.Dispute(Amount, status, $"du_{name}", gift);
        Add("charge.dispute.created", Disputed("needs_response"));
        Add("charge.dispute.funds_withdrawn", Disputed("needs_response"));
        Add("charge.dispute.closed", Disputed(Dispute == "reinstated" ? "lost" : Dispute));
        if (Dispute is "won" or "reinstated") Add("charge.dispute.funds_reinstated", Disputed("won"));
        return [.. events];
    }
}
