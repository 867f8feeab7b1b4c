using Advocacy.Content;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Content.Settings;

namespace Advocacy.Theme.Views;

/// <param name="Year">Set on a year's list.</param>
/// <param name="Topic">Set on a topic's list.</param>
/// <param name="Number">This page of the list, from 1.</param>
/// <param name="Url">The address of the list's first page; page 2 is at <c>page/2/</c> below it.</param>
/// <param name="Years">All years that have releases, newest first, with their counts.</param>
public sealed record ReleaseListView(
    string Url, int? Year, Topic? Topic, EquatableArray<PressRelease> Releases, EquatableArray<Petition> Petitions, int Number, int Count,
    EquatableArray<(int Year, int Releases)> Years) : View;
