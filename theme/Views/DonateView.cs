using System.Collections.Immutable;
using Advocacy.Content.Campaigns;
using Advocacy.Content.Pages;

namespace Advocacy.Theme.Views;

/// <summary>The form for a gift.</summary>
/// <param name="Campaign">What the gift counts toward.</param>
/// <param name="Entries">What the donor filled in before; kept where the form comes back.</param>
/// <param name="Problems">What is wrong with the entries, in the order of the form; empty at first.</param>
public sealed record DonateView(Page Page, Campaign Campaign, FormEntries Entries, ImmutableArray<FieldProblem> Problems) : View
{
    /// <summary>Whether the donor was on the payment page, and came back without paying.</summary>
    public bool IsCancelled { get; init; }
}
