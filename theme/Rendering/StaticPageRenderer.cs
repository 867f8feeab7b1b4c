using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.HtmlRendering.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;

// BL0006: these types may change with a new version of the framework, and the compiler will say so.
#pragma warning disable BL0006

namespace Advocacy.Theme.Rendering;

/// <summary>
/// Draws one component at a time, and lets go of it: unlike <c>HtmlRenderer</c>, which keeps all that it drew until it is disposed.
/// </summary>
internal sealed class StaticPageRenderer(IServiceProvider services) : StaticHtmlRenderer(services, NullLoggerFactory.Instance)
{
    public Task DrawAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        Dictionary<string, object?> parameters, TextWriter writer) where T : IComponent =>
        Dispatcher.InvokeAsync(async () =>
        {
            var root = AssignRootComponentId(InstantiateComponent(typeof(T)));
            await RenderRootComponentAsync(root, ParameterView.FromDictionary(parameters));
            WriteComponentHtml(root, writer);
            RemoveRootComponent(root);
        });
}
