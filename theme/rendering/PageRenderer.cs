using System.Text.Encodings.Web;
using System.Text.Unicode;
using Advocacy.Theme.Content;
using Advocacy.Theme.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Advocacy.Theme.Rendering;

/// <summary>Draws a sheet as UTF-8: for the generator, and for a form that the functions show again.</summary>
public static class PageRenderer
{
    // The default encoder writes é as &#xE9;, which helps nobody and costs bytes.
    private static readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    public static async Task RenderAsync(Sheet sheet, TextWriter writer)
    {
        // The renderer keeps every root component until it is disposed: one for each page.
        await using var renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<SitePage>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(SitePage.Sheet)] = sheet }));
            root.WriteHtmlTo(writer);
        });
    }
}
