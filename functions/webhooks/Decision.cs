using Advocacy.Functions.Ledger;

namespace Advocacy.Functions.Webhooks;

/// <summary>What an event of Stripe's means for the ledger.</summary>
public abstract record Decision
{
    private protected Decision() { }
}

/// <summary>A gift of ours settled.</summary>
public sealed record Record(Fact Fact) : Decision;

/// <summary>An invoice of a monthly gift of ours was paid; Stripe must be asked by which payments.</summary>
/// <param name="Invoice">Its id.</param>
/// <param name="Draft">The gift, with the invoice's id and amount until its payments are known.</param>
public sealed record NeedsPayments(string Invoice, Settled Draft) : Decision;

/// <summary>Something happened to a payment; the ledger, or else Stripe, must be asked whether it is a gift of ours.</summary>
public sealed record NeedsOwner(Fact Fact) : Decision;

/// <summary>Nothing to record, and that is right.</summary>
public sealed record Ignored(string Reason) : Decision
{
    public static readonly Ignored NotOurs = new("it belongs to another programme on the same account");
}

/// <summary>It cannot be understood, and may matter: Stripe shall keep it and show it as failed.</summary>
public sealed record Refused(string Reason) : Decision;
