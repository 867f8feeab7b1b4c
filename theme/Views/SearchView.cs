using Advocacy.Content;
using Advocacy.Content.Pages;

namespace Advocacy.Theme.Views;

/// <param name="Index">The address of the index's manifest.</param>
/// <param name="Host">The site's name, for a search engine that is to look in it alone.</param>
/// <param name="Kinds">Those that there are, each with its name in an address.</param>
/// <param name="Years">Those of whatever has a date, newest first.</param>
/// <param name="Releases">All years that have releases, newest first, with their counts.</param>
public sealed record SearchView(
    string Index, string Host, EquatableArray<(SearchKind Kind, string Slug)> Kinds, EquatableArray<int> Years,
    EquatableArray<(int Year, int Releases)> Releases) : View;
