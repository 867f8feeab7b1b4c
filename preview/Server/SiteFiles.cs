using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Advocacy.Preview.Server;

/// <summary>Answers with the files of the site, or with the error page while there is trouble.</summary>
public static class SiteFiles
{
    public static async Task AnswerAsync(HttpContext context, LiveSite site)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(site);
        var state = await site.SettledAsync(context.RequestAborted);
        var path = context.Request.Path.Value is { Length: > 0 } given ? given : "/";
        if (state.IsBroken && IsOfAPage(path))
        {
            await SendErrorPageAsync(context, state);
            return;
        }

        var decision = state.Host.Decide(path, site.Output.Has);
        context.Response.StatusCode = decision.Status;
        foreach (var (name, value) in decision.Headers)
            context.Response.Headers[name] = value;

        switch (decision)
        {
            case RouteResult.Redirect { To: var target } when target == $"{path}/" || path == $"{target}index.html":
                context.Response.Headers.Location = new PathString(target).ToUriComponent() + context.Request.QueryString;
                break;
            case RouteResult.Redirect { To: var target }:
                context.Response.Headers.Location = target;
                break;
            case RouteResult.Send { File: var file } when await site.Output.ReadAsync(file, context.RequestAborted) is { } bytes:
                await SendAsync(context, bytes, ContentTypes.Of(file, state.Host.MimeTypes), state);
                break;
            case RouteResult.Send:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private static bool IsOfAPage(string path) => Path.GetExtension(path) is "" or ".html";

    private static async Task SendAsync(HttpContext context, byte[] bytes, string type, LiveSite.State state)
    {
        var headers = context.Response.Headers;
        if (type.StartsWith("text/html", StringComparison.Ordinal))
        {
            bytes = LiveReload.Inject(bytes, state.Build);
            // However long the site may let a page be kept: here it must be fresh after every build.
            headers.CacheControl = "no-cache";
        }
        else if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-cache";
        }

        if (context.Response.StatusCode != StatusCodes.Status200OK)
        {
            await SendPlainlyAsync(context, bytes, type);
            return;
        }

        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
        await TypedResults.Bytes(bytes, type, entityTag: tag, enableRangeProcessing: true).ExecuteAsync(context);
    }

    private static Task SendErrorPageAsync(HttpContext context, LiveSite.State state)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = ErrorPage.Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return SendPlainlyAsync(context, Encoding.UTF8.GetBytes(ErrorPage.Render(state, ReadLines)), ContentTypes.Html);
    }

    private static async Task SendPlainlyAsync(HttpContext context, byte[] bytes, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static string[]? ReadLines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        // The file may be gone, which may be the very problem, or an editor may be writing it.
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
