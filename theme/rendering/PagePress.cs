using Advocacy.Theme.Content;
using Advocacy.Theme.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.HtmlRendering.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;

// BL0006: these types may change with a new version of the framework, and the compiler will say so.
#pragma warning disable BL0006

namespace Advocacy.Theme.Rendering;

/// <summary>Draws one page at a time, and lets go of it: unlike <c>HtmlRenderer</c>, which keeps every page until it is disposed.</summary>
internal sealed class PagePress(IServiceProvider services) : StaticHtmlRenderer(services, NullLoggerFactory.Instance)
{
    public Task DrawAsync(Sheet sheet, TextWriter writer) => Dispatcher.InvokeAsync(async () =>
    {
        var page = AssignRootComponentId(InstantiateComponent(typeof(SitePage)));
        await RenderRootComponentAsync(page, ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(SitePage.Sheet)] = sheet }));
        WriteComponentHtml(page, writer);
        RemoveRootComponent(page);
    });
}
