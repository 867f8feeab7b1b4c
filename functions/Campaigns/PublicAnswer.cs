namespace Advocacy.Functions.Campaigns;

/// <summary>An answer that anybody may keep for a moment and show on any site.</summary>
/// <param name="tag">An entity tag with its quotes.</param>
public sealed class PublicAnswer(string type, string tag, ReadOnlyMemory<byte> body) : IResult
{
    /// <summary>A Content-Security-Policy in place of the one of every answer; null to leave that.</summary>
    public string? Policy { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = "public, max-age=10";
        response.Headers.ETag = tag;
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (Policy is not null)
            response.Headers.ContentSecurityPolicy = Policy;
        if (IsKnown(httpContext.Request.Headers.IfNoneMatch.ToString()))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = type;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }

    // Compared weakly (RFC 9110, 13.1.2); our tags hold no comma.
    private bool IsKnown(string tags) =>
        tags.Length > 0
            && tags.Split(',', StringSplitOptions.TrimEntries).Any(known => known is "*" || known == tag || "W/" + known == tag);
}
