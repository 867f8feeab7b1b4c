using Advocacy.Content.Documents;
using Advocacy.Content.Petitions;
using Advocacy.Content.Settings;

namespace Advocacy.Theme.Views;

/// <param name="Owner">The petition or the press release that it belongs to.</param>
/// <param name="Filing">Null where it belongs to a press release.</param>
/// <param name="Place">Of the filing in the petition's order, from 1.</param>
/// <param name="Filings">How many the petition has.</param>
/// <param name="Previous">The filing before; null where this is the first.</param>
/// <param name="Next">The filing after; null where this is the last.</param>
public sealed record DocumentView(
    Document Document, Link Owner, Filing? Filing = null, int Place = 0, int Filings = 0,
    Filing? Previous = null, Filing? Next = null) : View;
