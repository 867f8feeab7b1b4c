using System.Net;
using System.Text;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Http;

[Collection(GivingSites.Name)]
public sealed class HostileRequest(PublishedCampaign published)
{
    [Theory]
    [InlineData("Origin", "https://evil.example", "That form was not sent from this site. Please fill in this one.")]
    [InlineData("Origin", "null", "That form was not sent from this site. Please fill in this one.")]
    [InlineData("Sec-Fetch-Site", "cross-site", "That form was not sent from this site. Please fill in this one.")]
    [InlineData("Sec-Fetch-Site", "same-site", "That form was not sent from this site. Please fill in this one.")]
    public async Task FromAnotherSiteIsRefused(string header, string value, string sentence)
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        var request = RunningFunctions.Form("/api/donations", ("amount", "50"));
        request.Headers.Remove(header);
        request.Headers.Add(header, value);

        using var answer = await functions.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(functions.Stripe.All("checkout.session"));
    }

    [Theory]
    [InlineData("application/json", "{\"amount\":50}", HttpStatusCode.UnsupportedMediaType, "The form did not arrive in a shape that we can read. Please fill it in again.")]
    [InlineData("text/plain", "amount=50", HttpStatusCode.UnsupportedMediaType, "The form did not arrive in a shape that we can read. Please fill it in again.")]
    [InlineData("application/x-www-form-urlencoded", "amount=50%00", HttpStatusCode.BadRequest, "The form did not arrive in a shape that we can read. Please fill it in again.")]
    [InlineData("application/x-www-form-urlencoded", "1=&2=&3=&4=&5=&6=&7=&8=&9=&10=&11=&12=&13=&14=&15=&16=&17=&18=&19=&20=&21=&22=&23=&24=&25=&26=&27=&28=&29=&30=&31=&32=&33=&34=&35=&36=&37=&38=&39=&40=&41=&42=&43=&44=&45=&46=&47=&48=&49=&50=&51=", HttpStatusCode.BadRequest, "The form did not arrive in a shape that we can read. Please fill it in again.")]
    public async Task OfAnotherShapeIsRefused(string type, string body, HttpStatusCode status, string sentence)
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var answer = await functions.SendAsync(new(HttpMethod.Post, "/api/donations") { Content = new StringContent(body, Encoding.UTF8, type) });

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(70_000, false)]
    [InlineData(70_000, true)]
    [InlineData(1_000_000, true)]
    [InlineData(12_000_000, false)]
    [InlineData(40_000_000, false)]
    [InlineData(40_000_000, true)]
    public async Task OfTooManyBytesIsRefused(int digits, bool chunked)
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        var request = RunningFunctions.Form("/api/donations", ("amount", "other"), ("other_amount", new string('9', digits)));
        request.Headers.TransferEncodingChunked = chunked;

        using var answer = await functions.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("The form was far larger than any gift needs. Please fill it in again.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var still = await functions.GiveAsync(("amount", "50"));
        Assert.Equal(HttpStatusCode.SeeOther, still.StatusCode);
    }

    [Theory]
    [InlineData("/api/campaigns/nowhere")]
    [InlineData("/api/health")]
    [InlineData("/api/donations/cs_test_x")]
    public async Task AndEveryOtherIsAnsweredWithSecurityHeaders(string path)
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var answer = await functions.GetAsync(path);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("max-age=63072000; includeSubDomains; preload", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }
}
