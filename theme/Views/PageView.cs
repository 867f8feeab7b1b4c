using Advocacy.Content;
using Advocacy.Content.Pages;
using Advocacy.Content.PressReleases;

namespace Advocacy.Theme.Views;

public sealed record PageView(Page Page, EquatableArray<PressRelease> Latest) : View;
