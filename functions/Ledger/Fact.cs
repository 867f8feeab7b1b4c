using System.Text.Json.Serialization;

namespace Advocacy.Functions.Ledger;

/// <summary>
/// Something that is true of one gift. Facts form a set: each has a natural key, and what a gift counts for is a function of the set,
/// so that neither order nor repetition can matter.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(Settled), "settled")]
[JsonDerivedType(typeof(Refunded), "refunded")]
[JsonDerivedType(typeof(RefundFailed), "refund-failed")]
[JsonDerivedType(typeof(DisputeLost), "dispute-lost")]
[JsonDerivedType(typeof(DisputeReinstated), "dispute-reinstated")]
[JsonDerivedType(typeof(FeeKnown), "fee")]
[JsonDerivedType(typeof(DisputeFee), "dispute-fee")]
[JsonDerivedType(typeof(PaidOut), "paid-out")]
public abstract record Fact
{
    private protected Fact() { }

    /// <summary>The id of the gift's PaymentIntent, for a single gift and for each month's alike.</summary>
    [JsonPropertyOrder(-2)] public required string Gift { get; init; }

    /// <summary>When it happened, in Stripe's clock (whole seconds).</summary>
    [JsonPropertyOrder(-1)] public required DateTimeOffset At { get; init; }

    /// <summary>Unique among the facts of one gift.</summary>
    [JsonIgnore] public abstract string Key { get; }
}

/// <summary>The gift's money has arrived at Stripe.</summary>
public sealed record Settled : Fact
{
    public override string Key => FactKey.Gift;

    /// <summary>Whole minor units, above zero, with the covered fee where the donor chose to cover it.</summary>
    public required long Amount { get; init; }

    /// <summary>ISO 4217, in lower case as Stripe writes it.</summary>
    public required string Currency { get; init; }

    /// <summary>The campaign of a gift of which Stripe no longer says it: no campaign has this name.</summary>
    public const string NoCampaign = "";

    /// <summary>The campaign's slug, or <see cref="NoCampaign"/>.</summary>
    public required string Campaign { get; init; }

    public string? Designation { get; init; }

    /// <summary>The press release that the donor came from, by its slug, or <c>petition/</c> and a petition's.</summary>
    public string? Source { get; init; }

    /// <summary>Given in honor or in memory of somebody, whose name stays with Stripe.</summary>
    public bool Tribute { get; init; }

    /// <summary><c>once</c> or <c>monthly</c>.</summary>
    public required string Interval { get; init; }
}

/// <summary>A refund was made, in whole or in part; pending ones count as made, because Stripe has taken the money already.</summary>
public sealed record Refunded : Fact
{
    public override string Key => FactKey.Refund(Refund);
    public required string Refund { get; init; }

    /// <summary>Whole minor units, above zero.</summary>
    public required long Amount { get; init; }

    /// <summary>ISO 4217, in lower case; null is the gift's, as in every entry made before the currency was kept.</summary>
    public string? Currency { get; init; }
}

/// <summary>The refund did not reach the donor, or was cancelled: the money is back with us.</summary>
public sealed record RefundFailed : Fact
{
    public override string Key => FactKey.RefundFailed(Refund);
    public required string Refund { get; init; }
}

/// <summary>
/// The donor's bank took money back for good: not always as much as was given, nor in the gift's currency, and a gift can be disputed
/// several times.
/// </summary>
public sealed record DisputeLost : Fact
{
    public override string Key => FactKey.DisputeLost(Dispute);
    public required string Dispute { get; init; }

    /// <summary>Whole minor units, above zero: all that was withdrawn by now, or where that is not known, what was disputed.</summary>
    public required long Amount { get; init; }

    /// <summary>ISO 4217, in lower case; null is the gift's, as in every entry made before the currency was kept.</summary>
    public string? Currency { get; init; }

    /// <summary>True where <see cref="Amount"/> is what was withdrawn; null where it is what was disputed.</summary>
    public bool? Withdrawn { get; init; }
}

/// <summary>The money of a dispute came back to us, or a part of it.</summary>
public sealed record DisputeReinstated : Fact
{
    public override string Key => FactKey.DisputeReinstated(Dispute);
    public required string Dispute { get; init; }

    /// <summary>
    /// All that has come back by now, in whole minor units: the sum of the positive ones of the dispute's balance transactions. Null is all
    /// that the dispute took, and stands over any amount.
    /// </summary>
    public long? Amount { get; init; }

    /// <summary>Of <see cref="Amount"/>: ISO 4217, in lower case; null is the currency in which the dispute took the money.</summary>
    public string? Currency { get; init; }
}

/// <summary>What Stripe kept of the gift, from its balance transaction.</summary>
public sealed record FeeKnown : Fact
{
    public override string Key => $"fee:{Transaction}";
    public required string Transaction { get; init; }
    public required long Fee { get; init; }
    public required long Net { get; init; }

    /// <summary>The currency of our balance with Stripe, which need not be the gift's.</summary>
    public required string Currency { get; init; }
}

/// <summary>What Stripe took for a dispute of the gift, won or lost, or gave back of it.</summary>
public sealed record DisputeFee : Fact
{
    public override string Key => $"dispute-fee:{Transaction}";
    public required string Transaction { get; init; }

    /// <summary>Below zero where it was given back.</summary>
    public required long Fee { get; init; }

    /// <summary>The currency of our balance with Stripe, which need not be the gift's.</summary>
    public required string Currency { get; init; }
}

/// <summary>The gift's money went to our bank account with this payout.</summary>
public sealed record PaidOut : Fact
{
    public override string Key => $"payout:{Payout}";
    public required string Payout { get; init; }
}
