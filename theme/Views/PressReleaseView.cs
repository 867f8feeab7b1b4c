using Advocacy.Content;
using Advocacy.Content.Documents;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Content.Settings;

namespace Advocacy.Theme.Views;

/// <param name="Documents">The release's own, then those of each of its petitions. Each document is in one set.</param>
public sealed record PressReleaseView(
    PressRelease Release, EquatableArray<Petition> Petitions, EquatableArray<PressRelease> Related,
    EquatableArray<DocumentSet> Documents) : View;

/// <param name="Owner">The page that they belong to.</param>
/// <param name="Documents">At least one.</param>
/// <param name="Archive">One ZIP of the owner's documents; null where it has fewer than two.</param>
public sealed record DocumentSet(Link Owner, EquatableArray<Document> Documents, Download? Archive);
