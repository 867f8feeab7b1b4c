using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Advocacy.Content.Settings;
using Advocacy.Theme.Layout;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Advocacy.Theme.Rendering;

/// <summary>Draws a page as UTF-8: for the generator, and for a form that the functions show again.</summary>
public static class PageRenderer
{
    // The default encoder writes é as &#xE9;, which helps nobody and costs bytes.
    private static readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    private static readonly ConcurrentBag<StaticPageRenderer> _idle = [];

    public static Task RenderAsync(PageModel model, TextWriter writer) =>
        DrawAsync<SitePage>(new() { [nameof(SitePage.Model)] = model }, writer);

    /// <summary>
    /// What the pages of an edition have in common, but for those that its footer links to and those with feeds of their own.
    /// </summary>
    public static async Task<CommonParts> CommonAsync(SiteSettings organization, Words words, ImmutableArray<Feed> feeds, Assets assets)
    {
        using var head = new StringWriter();
        await DrawAsync<HeadLinks>(new() { [nameof(HeadLinks.Files)] = assets, [nameof(HeadLinks.Feeds)] = feeds }, head);
        using var footer = new StringWriter();
        await DrawAsync<SiteFooter>(new()
        {
            [nameof(SiteFooter.Settings)] = organization,
            [nameof(SiteFooter.Words)] = words,
            [nameof(SiteFooter.Feeds)] = feeds,
        }, footer);
        return new CommonParts(head.ToString(), footer.ToString());
    }

    private static async Task DrawAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        Dictionary<string, object?> parameters, TextWriter writer) where T : IComponent
    {
        var renderer = _idle.TryTake(out var idle) ? idle : new StaticPageRenderer(_services);
        await renderer.DrawAsync<T>(parameters, writer);
        _idle.Add(renderer);
    }
}
