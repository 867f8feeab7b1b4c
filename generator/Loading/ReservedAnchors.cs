using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Advocacy.Generator.Loading;

/// <summary>Ids that pages have from the theme, so that a text must not give them to anything else.</summary>
public static class ReservedAnchors
{
    /// <summary>The main part, where the skip link leads, and the top, which browsers know by themselves.</summary>
    public static readonly ImmutableArray<string> OfEveryPage = ["main", "top"];

    /// <summary>Those on pages with a form or a document.</summary>
    private static readonly ImmutableArray<string> _ofSomePages =
    [
        "amount", "cancelled", "cover-fee", "cover-fee-hint", "designation", "email", "email-hint", "frequency",
        "order", "other-amount", "other-amount-hint", "payment-note", "tribute", "tribute-name", "tribute-name-hint",
    ];

    public static readonly FrozenSet<string> All = [.. OfEveryPage, .. _ofSomePages];
}
