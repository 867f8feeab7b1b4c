using Advocacy.Content;
using Advocacy.Content.Pages;
using Advocacy.Content.Settings;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Planning;

/// <summary>What one address of the site shows.</summary>
/// <param name="Trail">Breadcrumbs, the page itself last.</param>
/// <param name="Date">Of the last change that the page itself speaks of; null where it speaks of none.</param>
public sealed record PlannedPage(
    string Url,
    View View,
    string Title,
    string Description,
    string Language,
    EquatableArray<Link> Trail,
    DateTimeOffset? Date = null)
{
    public bool InSitemap { get; init; } = true;

    /// <summary>Whether this is the page for addresses that lead nowhere.</summary>
    public bool IsNotFound => View is NotFoundView or PageView { Page.Layout: PageLayout.NotFound };

    /// <summary>The file in the output.</summary>
    public string File => Url.EndsWith('/') ? $"{Url[1..]}index.html" : Url[1..];
}
