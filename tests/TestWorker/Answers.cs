using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.TestWorker;

/// <summary>Answers whose form matters.</summary>
public static class Answers
{
    public const int SmallLimit = 1_000_000;

    private const string Tag = "\"v1\"";

    [Function("Redirect")]
    public static void Redirect([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "redirect")] HttpRequest request)
    {
        var response = request.HttpContext.Response;
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = "https://www.example.org/next?a=1&b=%20";
        response.Cookies.Append("one", "1");
        response.Cookies.Append("two", "2");
        response.Headers.ContentSecurityPolicy = "default-src 'none'; form-action 'self' https://checkout.example";
    }

    [Function("Cached")]
    public static void Cached([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cached")] HttpRequest request)
    {
        var response = request.HttpContext.Response;
        response.Headers.ETag = Tag;
        response.StatusCode = request.Headers.IfNoneMatch == Tag ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;
    }

    /// <summary>Two lines, the second only after the caller had time to read the first.</summary>
    [Function("Stream")]
    public static async Task Stream([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "stream")] HttpRequest request)
    {
        var response = request.HttpContext.Response;
        await response.WriteAsync("first\n", request.HttpContext.RequestAborted);
        await response.Body.FlushAsync(request.HttpContext.RequestAborted);
        await Task.Delay(TimeSpan.FromSeconds(1), request.HttpContext.RequestAborted);
        await response.WriteAsync("second\n", request.HttpContext.RequestAborted);
    }

    /// <summary>Takes a small body only, and says so before it has read one that is too large.</summary>
    [Function("Early")]
    public static void Early([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "early")] HttpRequest request)
    {
        request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = SmallLimit;
        request.HttpContext.Response.StatusCode =
            request.ContentLength > SmallLimit ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status204NoContent;
    }
}
