using System.Text.RegularExpressions;

namespace Advocacy.Content;

/// <summary>
/// The rule of the names of campaigns, designations, topics, press releases and petitions: they stand in addresses, in Stripe's metadata
/// and in the ledger. What a build accepts is what the donations record.
/// </summary>
public static partial class Slug
{
    public const int Longest = 100;

    /// <summary>Whether a text is a to z, 0 to 9 and hyphens, with no hyphen at either end, 1 to 100 characters long.</summary>
    public static bool IsOne(string? text) => text is { Length: <= Longest } && Form().IsMatch(text);

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]*[a-z0-9])?\z")]
    private static partial Regex Form();
}
