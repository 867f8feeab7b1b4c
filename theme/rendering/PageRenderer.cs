using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Advocacy.Theme.Content;
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

    private static readonly ConcurrentBag<PagePress> _idle = [];

    public static async Task RenderAsync(Sheet sheet, TextWriter writer)
    {
        var press = _idle.TryTake(out var idle) ? idle : new PagePress(_services);
        await press.DrawAsync(sheet, writer);
        _idle.Add(press);
    }
}
