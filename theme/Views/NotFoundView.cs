using System.Collections.Immutable;
using Advocacy.Content;
using Advocacy.Content.Pages;
using Advocacy.Content.PressReleases;
using Advocacy.Content.Settings;
using Advocacy.Theme.Localization;

namespace Advocacy.Theme.Views;

/// <summary>What a reader sees whose address leads nowhere. Hosts have one file for it, which therefore speaks all languages.</summary>
/// <param name="Elsewhere">The other editions, in their order.</param>
public sealed record NotFoundView(Page Page, ImmutableArray<NotFoundElsewhere> Elsewhere, EquatableArray<PressRelease> Latest) : View;

/// <param name="Page">Null where the page is not translated.</param>
public sealed record NotFoundElsewhere(Words Words, SiteSettings Settings, Page? Page);
