using System.Collections.Immutable;
using Advocacy.Functions.Ledger;
using Stripe;

namespace Advocacy.Functions.Webhooks;

/// <summary>What Stripe said when it was asked about the subject of an event.</summary>
internal abstract record StripeFinding
{
    private StripeFinding() { }

    /// <param name="Of">Of our gifts; empty only where something is missing.</param>
    /// <param name="Missing">What Stripe does not show yet; null where nothing is missing.</param>
    /// <param name="Unreadable">The fields of the gift's metadata that the facts have to do without.</param>
    public sealed record Facts(ImmutableArray<Fact> Of, ImmutableArray<string> Unreadable, string? Missing = null) : StripeFinding;

    /// <summary>What happened to a payment that may not be one of ours.</summary>
    /// <param name="Payment">As Stripe shows it.</param>
    public sealed record FactsOfPayment(ImmutableArray<Fact> Of, PaymentIntent? Payment) : StripeFinding;

    public sealed record Nothing(EventOutcome Outcome) : StripeFinding;

    public static Nothing Ignore(string reason) => new(new Ignored(reason));

    public static Nothing Refuse(string reason) => new(new Refused(reason));

    public static Nothing NotOurs { get; } = new(Ignored.NotOurs);
}
