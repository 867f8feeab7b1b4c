using System.Text;

namespace Advocacy.Preview.Server;

/// <summary>Keeps an open page up to date with the builds.</summary>
public static class LiveReload
{
    /// <summary>The element that makes a page live.</summary>
    public static string Script(string build, bool isErrorPage = false) =>
        $"""<script src="/_preview/live.js" data-build="{build}"{(isErrorPage ? " data-page=\"error\"" : "")} defer></script>""";

    public static byte[] Inject(byte[] html, string build)
    {
        var text = Encoding.UTF8.GetString(html);
        var end = text.LastIndexOf("</body>", StringComparison.OrdinalIgnoreCase);
        return Encoding.UTF8.GetBytes(text.Insert(end < 0 ? text.Length : end, Script(build)));
    }

    /// <summary>Sends the name of each build, the present one first, until the browser or the preview goes.</summary>
    public static async Task SendBuildsAsync(HttpContext context, LiveSite site, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(site);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            // After a restart of the preview an open page is back at once, not after the browser's several seconds.
            await context.Response.WriteAsync("retry: 500\n\n", ending.Token);
            await context.Response.Body.FlushAsync(ending.Token);
            await foreach (var build in site.BuildsAsync(ending.Token))
            {
                await context.Response.WriteAsync($"event: build\ndata: {build}\n\n", ending.Token);
                await context.Response.Body.FlushAsync(ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Shutdown.
        }
    }
}
