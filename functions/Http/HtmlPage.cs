using Advocacy.Theme.Rendering;
using Advocacy.Theme.Views;

namespace Advocacy.Functions.Http;

/// <summary>A page in the site's own look.</summary>
public sealed class HtmlPage(PageModel sheet, int status) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var html = new MemoryStream();
        await using (var writer = new StreamWriter(html, leaveOpen: true))
            await PageRenderer.RenderAsync(sheet, writer);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.ContentLength = html.Length;
        html.Position = 0;
        await html.CopyToAsync(httpContext.Response.Body, httpContext.RequestAborted);
    }
}
