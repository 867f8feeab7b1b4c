namespace Advocacy.Functions.Ledger;

/// <summary>The ledger's storage refused. Its message names the storage and its reason, and no secret.</summary>
public sealed class LedgerException : Exception
{
    public LedgerException() { }
    public LedgerException(string message) : base(message) { }
    public LedgerException(string message, Exception inner) : base(message, inner) { }
}
