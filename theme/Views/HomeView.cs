using Advocacy.Content;
using Advocacy.Content.Pages;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;

namespace Advocacy.Theme.Views;

/// <param name="Donate">The page that says how to give; null where the site has none.</param>
public sealed record HomeView(
    Page Page, PressRelease? Latest, EquatableArray<PressRelease> Recent, EquatableArray<Petition> Petitions, Page? Donate) : View;
