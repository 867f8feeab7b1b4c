namespace Advocacy.Functions.Webhooks;

/// <summary>What became of an event.</summary>
public abstract record Outcome
{
    private protected Outcome() { }
}

/// <summary>The ledger has it, durably.</summary>
public sealed record Stored(string Gift, string Key, bool IsNew) : Outcome;

/// <summary>Nothing to record, and that is right.</summary>
public sealed record NotRecorded(string Reason) : Outcome;

/// <summary>It may matter, and somebody must look.</summary>
public sealed record NotUnderstood(string Reason) : Outcome;
