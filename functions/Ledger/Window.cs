namespace Advocacy.Functions.Ledger;

/// <summary>A stretch of time, in whole minutes as writers enter it.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
public readonly record struct Window(DateTimeOffset From, DateTimeOffset To);
