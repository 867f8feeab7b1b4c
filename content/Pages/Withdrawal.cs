namespace Advocacy.Content.Pages;

/// <param name="Reason">A sentence for the reader who followed an old link.</param>
/// <param name="Language">Of the reason; null where that is in the page's.</param>
public sealed record Withdrawal(DateOnly Date, string Reason, string? Language = null);
