using System.Collections.Immutable;
using Advocacy.Functions.Ledger;
using Stripe;

namespace Advocacy.Functions.Webhooks;

/// <summary>What Stripe said when it was asked about the subject of an event.</summary>
internal abstract record StripeFinding
{
    private StripeFinding() { }

    /// <param name="Of">At least one, all of gifts of ours.</param>
    public sealed record Facts(ImmutableArray<Fact> Of) : StripeFinding;

    /// <summary>What happened to a payment of which it is not known whether it is ours.</summary>
    /// <param name="Payment">As Stripe shows it.</param>
    public sealed record FactsOfPayment(ImmutableArray<Fact> Of, PaymentIntent? Payment) : StripeFinding;

    public sealed record Nothing(EventOutcome Outcome) : StripeFinding;

    public static Nothing Ignore(string reason) => new(new Ignored(reason));

    public static Nothing Refuse(string reason) => new(new Refused(reason));

    public static Nothing NotOurs { get; } = new(Ignored.NotOurs);
}
