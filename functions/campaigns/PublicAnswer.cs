namespace Advocacy.Functions.Campaigns;

/// <summary>An answer that anybody may keep for a moment and show on any site.</summary>
public static class PublicAnswer
{
    /// <param name="tag">An entity tag with its quotes.</param>
    public static Task WriteAsync(HttpContext context, string type, string tag, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.Headers.CacheControl = "public, max-age=10";
        response.Headers.ETag = tag;
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (IsKnown(context.Request.Headers.IfNoneMatch.ToString(), tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.ContentType = type;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body).AsTask();
    }

    // Compared weakly (RFC 9110, 13.1.2); our tags hold no comma.
    private static bool IsKnown(string tags, string tag) =>
        tags.Length > 0 && tags.Split(',', StringSplitOptions.TrimEntries).Any(known => known is "*" || known == tag || "W/" + known == tag);
}
