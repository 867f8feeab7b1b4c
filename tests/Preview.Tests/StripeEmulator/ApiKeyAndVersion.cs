using System.Net;
using System.Net.Http.Headers;
using Advocacy.TestKit.Stripe;
using Xunit;

namespace Advocacy.Tests.Preview.StripeEmulator;

public sealed class ApiKeyAndVersion : RunningStripeEmulator
{
    [Theory]
    [InlineData(null, "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.")]
    [InlineData("sk_live_something", "Invalid API Key provided: sk_live_****. This stand-in takes keys of test mode only: sk_test_…")]
    [InlineData("pk_test_something", "Invalid API Key provided: pk_test_****. This stand-in takes keys of test mode only: sk_test_…")]
    public async Task KeyMustBeASecretKeyOfTestMode(string? key, string message)
    {
        var (status, body) = await AskAsync(request =>
        {
            if (key is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        });

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal(Error(message), body.Replace("\\u2026", "…", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OtherVersionIsRefused()
    {
        var (status, body) = await AskAsync(request =>
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "sk_test_x");
            request.Headers.Add("Stripe-Version", "2020-08-27");
        });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        const string Message = "Invalid Stripe API version: 2020-08-27. This stand-in speaks 2026-10-28.endive only.";
        Assert.Equal(Error(Message), body);
    }

    private static string Error(string message) => $$$"""{"error":{"type":"invalid_request_error","message":"{{{message}}}"}}""";

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(Action<HttpRequestMessage> arrange)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Emulator.Address}/v1/events");
        arrange(request);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
