using System.Text;
using Advocacy.Preview.StripeEmulator.Api;

namespace Advocacy.Preview.StripeEmulator;

/// <summary>The API over HTTP: the key, the version, idempotency.</summary>
public static class StripeEndpoints
{
    public static void Map(WebApplication app, StripeEmulatorServer emulator) =>
        app.Map("/v1/{**path}", (HttpContext context) => AnswerAsync(context, emulator));

    private static async Task AnswerAsync(HttpContext context, StripeEmulatorServer emulator)
    {
        var request = context.Request;
        var parameters = request.QueryString.Value?.TrimStart('?') ?? "";
        if (HttpMethods.IsPost(request.Method))
        {
            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            parameters = await reader.ReadToEndAsync(context.RequestAborted);
        }

        var replayed = false;
        var key = request.Headers["Idempotency-Key"].FirstOrDefault();
        if (Refusal(request, emulator.Outage) is not { } answer)
            (answer, replayed) = emulator.Ask(request.Method, request.Path.Value![4..], parameters, key);

        var headers = context.Response.Headers;
        headers["Request-Id"] = StripeStore.NewId("req");
        headers["Stripe-Version"] = StripeStore.ApiVersion;
        headers.CacheControl = "no-cache, no-store";
        if (key is not null)
            headers["Idempotency-Key"] = key;
        if (replayed)
            headers["Idempotent-Replayed"] = "true";
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.Body.ToJsonString(), context.RequestAborted);
    }

    private static StripeResponse? Refusal(HttpRequest request, int? outage)
    {
        if (outage is { } status)
            return StripeResponse.Refuse(null, null, "An unknown error occurred.", status, "api_error");
        var key = request.Headers.Authorization.FirstOrDefault()?.Split(' ', 2) is ["Bearer", var given] ? given : null;
        if (key is null)
        {
            return StripeResponse.Refuse(null, null,
                "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.", 401);
        }
        if (!key.StartsWith("sk_test_", StringComparison.Ordinal) && !key.StartsWith("rk_test_", StringComparison.Ordinal))
        {
            var start = key[..Math.Min(key.Length, 8)];
            return StripeResponse.Refuse(null, null,
                $"Invalid API Key provided: {start}****. This stand-in takes keys of test mode only: sk_test_…", 401);
        }
        var version = request.Headers["Stripe-Version"].FirstOrDefault() ?? StripeStore.ApiVersion;
        return version == StripeStore.ApiVersion ? null
            : StripeResponse.Refuse(null, null,
                $"Invalid Stripe API version: {version}. This stand-in speaks {StripeStore.ApiVersion} only.");
    }
}
