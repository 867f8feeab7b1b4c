namespace Advocacy.Functions.Ledger;

/// <summary>The ledger's storage refused. Its message names the storage and its reason, and no secret.</summary>
public sealed class LedgerException : Exception
{
    /// <summary>Whether all other gifts can be recorded and read.</summary>
    public bool IsOfOneGift { get; init; }

    public LedgerException() { }
    public LedgerException(string message) : base(message) { }
    public LedgerException(string message, Exception inner) : base(message, inner) { }

    public static LedgerException Damaged(string gift) =>
        new($"What the ledger keeps of {gift} cannot be read; restore it from a backup.") { IsOfOneGift = true };
}
