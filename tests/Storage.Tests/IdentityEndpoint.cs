using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Advocacy.Tests.Storage;

/// <summary>
/// The endpoint at which App Service and Functions lend an app its identity:
/// <see href="https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference"/>.
/// </summary>
internal sealed class IdentityEndpoint : IAsyncDisposable
{
    public const string UserAssigned = "00000000-1111-2222-3333-444444444444";
    public const string NotAssigned = "00000000-1111-2222-3333-555555555555";

    private const string Secret = "853b9a84-5bfa-4b22-a3f3-0b9a43d9ad8a";

    private readonly WebApplication _app;

    private IdentityEndpoint(WebApplication app) => _app = app;

    /// <summary>The query of each request, decoded.</summary>
    public ConcurrentQueue<string> Queries { get; } = [];

    /// <summary>Starts it, and names it in the environment, as Azure does for an app: the library looks nowhere else.</summary>
    public static async Task<IdentityEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var endpoint = new IdentityEndpoint(app);
        app.MapGet("/msi/token", endpoint.Answer);
        await app.StartAsync();
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", $"{app.Urls.Single()}/msi/token");
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", Secret);
        return endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", null);
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", null);
        await _app.DisposeAsync();
    }

    /// <summary>A token as Azurite takes it with <c>--oauth basic</c>: unsigned, of the right kind, for storage, and current.</summary>
    public static string Token(string audience = "https://storage.azure.com")
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new
        {
            aud = audience,
            iss = "https://sts.windows.net/00000000-0000-0000-0000-000000000000/",
            iat = now - 60,
            nbf = now - 60,
            exp = now + 86_400,
        };
        return $"{Encode("""{"alg":"RS256","typ":"JWT"}""")}.{Encode(JsonSerializer.Serialize(claims))}.{Encode("nobody's signature")}";
    }

    private IResult Answer(HttpRequest request)
    {
        Queries.Enqueue(Uri.UnescapeDataString(request.QueryString.Value!));
        if (request.Headers["X-IDENTITY-HEADER"] != Secret)
            return Refusal(StatusCodes.Status401Unauthorized, "The header is not the app's.");
        if (request.Query["api-version"] != "2019-08-01" || request.Query["client_id"] == NotAssigned)
        {
            const string Message = "No User Assigned or Delegated Managed Identity found for specified ClientId";
            return Refusal(StatusCodes.Status400BadRequest, Message);
        }
        return Results.Json(new
        {
            access_token = Token(request.Query["resource"]!),
            expires_on = $"{DateTimeOffset.UtcNow.AddDays(1).ToUnixTimeSeconds()}",
            resource = request.Query["resource"].ToString(),
            token_type = "Bearer",
            client_id = UserAssigned,
        });
    }

    private static IResult Refusal(int statusCode, string message) =>
        Results.Json(new { statusCode, message }, statusCode: statusCode);

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
