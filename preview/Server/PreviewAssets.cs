namespace Advocacy.Preview.Server;

/// <summary>What the preview adds to the site, all under one folder.</summary>
public static class PreviewAssets
{
    private const string Folder = "/_preview";

    public static bool AreAskedFor(HttpContext context) => context.Request.Path.StartsWithSegments(Folder, StringComparison.Ordinal);

    public static Task AnswerAsync(HttpContext context, LiveSite site, CancellationToken stopping) => context.Request.Path.Value switch
    {
        $"{Folder}/events" => LiveReload.SendBuildsAsync(context, site, stopping),
        $"{Folder}/live.js" => SendAsync(context, "live.js"),
        $"{Folder}/error.css" => SendAsync(context, "error.css"),
        $"{Folder}/emulator.css" => SendAsync(context, "emulator.css"),
        _ => NotFound(context),
    };

    private static async Task SendAsync(HttpContext context, string name)
    {
        await using var resource = typeof(PreviewAssets).Assembly.GetManifestResourceStream(name)!;
        context.Response.ContentType = ContentTypes.Of(name, StaticWebApp.Empty.MimeTypes);
        context.Response.ContentLength = resource.Length;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(context.Request.Method))
            await resource.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
