using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.TestWorker;

/// <summary>Says what of a request reached the worker.</summary>
public static class Seen
{
    [Function("Seen")]
    public static IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "head", Route = "seen/{word}/{number:int?}")] HttpRequest request,
        string word,
        FunctionContext context) => Results.Json(new
        {
            Word = word,
            request.Method,
            Path = request.Path.Value,
            Query = request.QueryString.Value,
            Host = request.Host.Value,
            request.Scheme,
            Caller = request.HttpContext.Connection.RemoteIpAddress?.ToString(),
            Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
            Data = context.BindingContext.BindingData.ToDictionary(data => data.Key, data => data.Value?.ToString()),
            context.InvocationId,
        });

    /// <summary>A literal route beside one with a parameter.</summary>
    [Function("SeenLiteral")]
    public static IResult RunLiteral([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "seen/literal")] HttpRequest request) =>
        Results.Text("literal");

    [Function("Keyed")]
    public static IResult RunKeyed([HttpTrigger(AuthorizationLevel.Function, "get", Route = "keyed")] HttpRequest request) =>
        Results.Text("open");
}
