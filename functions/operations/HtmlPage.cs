using Advocacy.Theme.Content;
using Advocacy.Theme.Rendering;

namespace Advocacy.Functions.Operations;

/// <summary>A page in the site's own look.</summary>
public sealed class HtmlPage(Sheet sheet, int status) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await PageRenderer.RenderAsync(sheet);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.ContentLength = html.Length;
        await httpContext.Response.Body.WriteAsync(html, httpContext.RequestAborted);
    }
}
