namespace Advocacy.Functions.Webhooks;

/// <summary>What came of an event.</summary>
public abstract record EventOutcome
{
    private protected EventOutcome() { }
}

/// <summary>The ledger has what it says, durably.</summary>
/// <param name="Key">Of the fact, within its gift.</param>
public sealed record Recorded(string Gift, string Key, bool IsNew) : EventOutcome;

/// <summary>Nothing to record, and that is right.</summary>
public sealed record Ignored(string Reason) : EventOutcome
{
    public static readonly Ignored NotOurs = new("it belongs to another program on the same account");
}

/// <summary>Stripe does not show all of it yet: the event must come again.</summary>
public sealed record Incomplete(string Reason) : EventOutcome;

/// <summary>It cannot be understood, and may matter: Stripe keeps it and shows it as failed.</summary>
public sealed record Refused(string Reason) : EventOutcome;
