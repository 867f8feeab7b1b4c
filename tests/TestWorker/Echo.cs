using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.TestWorker;

/// <summary>Gives back the bytes that it was sent.</summary>
public static class Echo
{
    [Function(nameof(Echo))]
    public static async Task Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", "put", Route = "echo")] HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var response = request.HttpContext.Response;
        response.ContentType = "application/octet-stream";
        response.ContentLength = body.Length;
        foreach (var name in (string[])["Content-Encoding", "X-Asked"])
        {
            if (request.Headers.TryGetValue(name, out var value))
                response.Headers[name] = value;
        }
        body.Position = 0;
        await body.CopyToAsync(response.Body, request.HttpContext.RequestAborted);
    }
}
