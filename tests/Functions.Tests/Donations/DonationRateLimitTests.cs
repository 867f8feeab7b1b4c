using System.Net;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.Tests.Functions.Donations;

/// <summary>Rate limits of the donation form, the form for monthly gifts, and the status of a session.</summary>
[Collection(PublishedCampaignGroup.Name)]
public sealed class DonationRateLimitTests(PublishedCampaign published)
{
    [Fact]
    public async Task TooManyGiftsOfOneAddressWaitWhileOthersGive()
    {
        await using var functions = await RunningFunctions.StartAsync(published, ("RATE_LIMIT_PER_IP", "2"));
        await FromAsync(functions, "203.0.113.7:52987");
        await FromAsync(functions, "203.0.113.7:52988");

        using var third = await FromAsync(functions, "198.51.100.1, 203.0.113.7:52989, [fd00::1]:443");
        using var other = await FromAsync(functions, "203.0.113.8:1");

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        var seconds = third.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
        Assert.InRange(seconds, 1, 30);
        var wait = seconds == 1 ? "one second" : $"{seconds} seconds";
        Assert.Contains(
            $"Too many forms are being sent at once. Wait {wait}, then press the button again.",
            await third.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, other.StatusCode);
        Assert.Equal(3, functions.Stripe.All("checkout.session").Count);
    }

    [Fact]
    public async Task TooManyGiftsInAllWait()
    {
        await using var functions = await RunningFunctions.StartAsync(published, ("RATE_LIMIT_TOTAL", "1"));
        using var first = await FromAsync(functions, "203.0.113.7:1");

        using var second = await FromAsync(functions, "203.0.113.8:1");

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
    }

    /// <summary>A hall full of donors behind one address gets a minute's worth at once, and nobody loses what was filled in.</summary>
    [Fact]
    public async Task CrowdBehindOneAddressKeepsItsFormsAndSeesHowLongToWait()
    {
        await using var functions = await RunningFunctions.StartAsync(published, ("RATE_LIMIT_PER_IP", ""), ("RATE_LIMIT_TOTAL", ""));
        var answers = await Task.WhenAll(Enumerable.Range(0, 70).Select(_ => FromAsync(functions, "203.0.113.7:1, 20.37.0.1:2")));

        var waiting = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToArray();
        Assert.InRange(answers.Count(answer => answer.StatusCode == HttpStatusCode.SeeOther), 60, 69);
        foreach (var answer in waiting)
        {
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Equal(1, answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
            Assert.Contains("Wait one second, then press the button again.", page, StringComparison.Ordinal);
            Assert.Contains("value=\"50\" checked", page, StringComparison.Ordinal);
        }
    }

    /// <summary>Where a proxy has lost the addresses, all donors share half of what the functions take.</summary>
    [Fact]
    public async Task DonorsWithoutAnAddressShareALargerBucket()
    {
        await using var functions = await RunningFunctions.StartAsync(published, ("RATE_LIMIT_PER_IP", "2"), ("RATE_LIMIT_TOTAL", "40"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => functions.GiveAsync(("amount", "50"))));

        Assert.InRange(answers.Count(answer => answer.StatusCode == HttpStatusCode.SeeOther), 20, 24);
    }

    [Fact]
    public async Task ManyFormsForMonthlyGiftsWaitOnAPage()
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        for (var i = 0; i < 10; i++)
            (await ManageAsync("en")).Dispose();

        using var answer = await ManageAsync("es");

        var seconds = answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(seconds, 1, 6);
        var wait = seconds == 1 ? "un segundo" : $"{seconds} segundos";
        Assert.Contains(
            $"Se están enviando demasiados formularios a la vez. Espere {wait} y pulse el botón de nuevo.",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);

        Task<HttpResponseMessage> ManageAsync(string language)
        {
            var form = RunningFunctions.Form("/api/manage", ("email", "donor@example.org"), ("language", language));
            form.Headers.Add("X-Forwarded-For", "203.0.113.7:1, 20.37.0.1:2");
            return functions.SendAsync(form);
        }
    }

    [Fact]
    public async Task ManyStatusRequestsOfOnePageWait()
    {
        await using var functions = await RunningFunctions.StartAsync(published);
        var answers = await Task.WhenAll(Enumerable.Range(0, 90).Select(_ =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/donations/cs_test_none", UriKind.Relative));
            request.Headers.Add("X-Forwarded-For", "203.0.113.7:1, 20.37.0.1:2");
            return functions.SendAsync(request);
        }));

        var limited = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToArray();
        Assert.NotEmpty(limited);
        Assert.All(limited, answer => Assert.Equal(1, answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
    }

    private static Task<HttpResponseMessage> FromAsync(RunningFunctions functions, string forwarded)
    {
        var request = RunningFunctions.Form("/api/donations", ("amount", "50"));
        request.Headers.Add("X-Forwarded-For", forwarded);
        return functions.SendAsync(request);
    }
}
