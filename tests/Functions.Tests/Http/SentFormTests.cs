using System.Net;
using System.Text;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Http;

/// <summary>Forms that no page of ours sends: by cross-site request forgery, of another content type, or too large.</summary>
[Collection(PublishedCampaignGroup.Name)]
public sealed class SentFormTests(PublishedCampaign published)
{
    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task FromAnotherSiteIsRefused(string header, string value)
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        var request = RunningFunctions.Form("/api/donations", ("amount", "50"));
        request.Headers.Remove(header);
        request.Headers.Add(header, value);

        using var answer = await functions.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(
            "That form was not sent from this site. Please fill in this one.",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        Assert.Empty(functions.Stripe.All("checkout.session"));
    }

    [Theory]
    [InlineData("application/json", "{\"amount\":50}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", "amount=50", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", "amount=50%00", HttpStatusCode.BadRequest)]
    [InlineData(
        "application/x-www-form-urlencoded",
        "1=&2=&3=&4=&5=&6=&7=&8=&9=&10=&11=&12=&13=&14=&15=&16=&17=&18=&19=&20=&21=&22=&23=&24=&25=&26=&27=&28=&29=&30="
        + "&31=&32=&33=&34=&35=&36=&37=&38=&39=&40=&41=&42=&43=&44=&45=&46=&47=&48=&49=&50=&51=",
        HttpStatusCode.BadRequest)]
    public async Task OfAnotherShapeIsRefused(string type, string body, HttpStatusCode status)
    {
        await using var functions = await RunningFunctions.StartAsync(published);

        using var answer = await functions.SendAsync(new(HttpMethod.Post, "/api/donations")
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        });

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(
            "The form did not arrive in a shape that we can read. Please fill it in again.",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
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
        Assert.Contains(
            "The form was far larger than any gift needs. Please fill it in again.",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        using var still = await functions.GiveAsync(("amount", "50"));
        Assert.Equal(HttpStatusCode.SeeOther, still.StatusCode);
    }
}
