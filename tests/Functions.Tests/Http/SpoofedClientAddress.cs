using System.Net;
using System.Text;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Http;

/// <summary>
/// The host writes a request's headers where the caller's own values may already stand: members of a JSON body, parameters of the query.
/// An attacker with a spoofed address would use up the rate limit of others, or pass for many donors.
/// </summary>
[Collection(PublishedCampaignGroup.Name)]
public sealed class SpoofedClientAddress(PublishedCampaign published)
{
    private const string Victim = "203.0.113.77";
    private const string Attacker = "198.51.100.9:1, 20.37.0.1:2";

    private static readonly string _claim = $$"""{"X-Forwarded-For":"{{Victim}}"}""";

    public static TheoryData<string, byte[], HttpStatusCode> Forgeries => new()
    {
        { "?headers=" + Uri.EscapeDataString(_claim), "amount=50"u8.ToArray(), HttpStatusCode.SeeOther },
        { "?HEADERS=" + Uri.EscapeDataString(_claim), "amount=50"u8.ToArray(), HttpStatusCode.SeeOther },
        { "", Encoding.UTF8.GetBytes($$"""{"Headers":{{_claim}},"amount":"50"}"""), HttpStatusCode.BadRequest },
        { "", Encoding.UTF8.GetBytes($$""" {"headers":{{_claim}},"x":"&amount=50&y="}"""), HttpStatusCode.BadRequest },
        { "", WithPreamble(Encoding.Unicode, $$"""{"headers":{{_claim}},"x":"&amount=50&y="}"""), HttpStatusCode.BadRequest },
        { "", WithPreamble(Encoding.UTF8, $$"""{"headers":{{_claim}},"x":"&amount=50&y="}"""), HttpStatusCode.BadRequest },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task DoesNotUseUpTheLimitOfAnother(string query, byte[] body, HttpStatusCode status)
    {
        await using var functions = await RunningFunctions.StartAsync(published, ("RATE_LIMIT_PER_IP", "2"));
        for (var i = 0; i < 3; i++)
        {
            using var forged = await functions.SendAsync(Form(query, body, Attacker));
            Assert.Equal(status, forged.StatusCode);
        }

        using var honest = await functions.SendAsync(Form("", "amount=50"u8.ToArray(), $"{Victim}:1, 20.37.0.1:2"));

        Assert.Equal(HttpStatusCode.SeeOther, honest.StatusCode);
    }

    [Fact]
    public async Task DoesNotPassForManyDonors()
    {
        await using var functions = await RunningFunctions.StartAsync(published, ("RATE_LIMIT_PER_IP", "2"), ("RATE_LIMIT_TOTAL", "8"));
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            var query = "?headers=" + Uri.EscapeDataString($$"""{"X-Forwarded-For":"203.0.113.{{i}}"}""");
            using var forged = await functions.SendAsync(Form(query, "amount=50"u8.ToArray(), Attacker));
            answers.Add(forged.StatusCode);
        }

        using var honest = await functions.SendAsync(Form("", "amount=50"u8.ToArray(), "203.0.113.200:1, 20.37.0.1:2"));

        // Half of all is for those whose address is not known; the other half stays for everybody else.
        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.SeeOther, 4), HttpStatusCode.TooManyRequests], answers);
        Assert.Equal(HttpStatusCode.SeeOther, honest.StatusCode);
    }

    [Fact]
    public async Task InTheBodyOfAGetDoesNotUseUpTheLimitOfAnother()
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        await Task.WhenAll(Enumerable.Range(0, 90).Select(async _ => (await GetStatusAsync(functions, Attacker, _claim)).Dispose()));

        using var honest = await GetStatusAsync(functions, $"{Victim}:1, 20.37.0.1:2", null);

        Assert.Equal(HttpStatusCode.NotFound, honest.StatusCode);
    }

    private static byte[] WithPreamble(Encoding encoding, string text) => [.. encoding.Preamble, .. encoding.GetBytes(text)];

    private static Task<HttpResponseMessage> GetStatusAsync(RunningFunctions functions, string forwarded, string? claim)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/donations/cs_test_none", UriKind.Relative));
        if (claim is not null)
            request.Content = new StringContent($$"""{"headers":{{claim}}}""", Encoding.UTF8, "application/json");
        request.Headers.Add("X-Forwarded-For", forwarded);
        return functions.SendAsync(request);
    }

    private static HttpRequestMessage Form(string query, byte[] body, string forwarded)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/donations" + query, UriKind.Relative))
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        request.Headers.Add("Origin", RunningFunctions.Site);
        request.Headers.Add("X-Forwarded-For", forwarded);
        return request;
    }
}
