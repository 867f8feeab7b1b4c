using System.Net;
using System.Text.Json;
using Advocacy.Preview.FunctionsHost;
using Advocacy.TestKit.Functions;
using Advocacy.TestKit.Stripe;
using Xunit;

namespace Advocacy.Tests.Preview;

[Collection(PublishedCampaignGroup.Name)]
public sealed class GiftInThePreview(PublishedCampaign published) : IAsyncLifetime
{
    private PreviewWithGiving _preview = null!;

    public async Task InitializeAsync() => _preview = await PreviewWithGiving.StartAsync(published);

    public async Task DisposeAsync() => await _preview.DisposeAsync();

    [Fact]
    public async Task RaisesTheTotalAndARefundFromThePanelLowersIt()
    {
        var session = await _preview.GiveAsync();
        await UntilRaisedAsync(5000);
        var payment = (string)_preview.Stripe.Find(session)!["payment_intent"]!;

        using var refunded = await PressAsync(("do", "refund-half"), ("id", payment), ("of", session));
        using var panel = await _preview.GetAsync("/_preview/");
        var text = await panel.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.SeeOther, refunded.StatusCode);
        Assert.Equal($"/_preview/#{session}", refunded.Headers.Location?.OriginalString);
        Assert.Contains("paid, $25 refunded", text, StringComparison.Ordinal);
        Assert.Contains("refund.created", text, StringComparison.Ordinal);
        await UntilRaisedAsync(2500);
    }

    [Fact]
    public async Task FindsAFunctionByMethodAndRoute()
    {
        var asked = new (string Method, string Path, HttpStatusCode Status)[]
        {
            ("GET", "/api/health", HttpStatusCode.OK),
            ("GET", "/API/Health", HttpStatusCode.OK),
            ("GET", $"/api/campaigns/{PublishedCampaign.Slug}/progress.svg", HttpStatusCode.OK),
            ("POST", "/api/health", HttpStatusCode.NotFound),
            ("HEAD", "/api/health", HttpStatusCode.NotFound),
            ("GET", "/api/health/more", HttpStatusCode.NotFound),
            ("GET", "/api/nowhere", HttpStatusCode.NotFound),
            ("GET", "/api", HttpStatusCode.NotFound),
            ("POST", "/api/Reconcile", HttpStatusCode.Unauthorized),
        };
        foreach (var (method, path, status) in asked)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
            using var answer = await _preview.Client.SendAsync(request);
            Assert.Equal((method, path, status), (method, path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task IsExportedToThoseWhoHaveTheKey()
    {
        var key = _preview.LocalBackend.Functions!.Key;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/gifts.csv");
        request.Headers.Add("x-functions-key", key);

        using var byHeader = await _preview.Client.SendAsync(request);
        using var byQuery = await _preview.GetAsync($"/api/gifts.csv?code={key}");
        using var without = await _preview.GetAsync("/api/gifts.csv");
        using var wrong = await _preview.GetAsync("/api/gifts.csv?code=wrong");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (without.StatusCode, wrong.StatusCode));
        Assert.NotEqual(HttpStatusCode.Unauthorized, byHeader.StatusCode);
        Assert.Equal(byHeader.StatusCode, byQuery.StatusCode);
    }

    [Fact]
    public async Task IsExportedWithWhatStripeKeptAndWhatADisputeCost()
    {
        var session = await _preview.GiveAsync();
        var payment = (string)_preview.Stripe.Find(session)!["payment_intent"]!;
        _preview.Stripe.LoseDispute(_preview.Stripe.Dispute(payment));
        using var called = await PressAsync(("do", "call"), ("id", "Reconcile"));
        await UntilRaisedAsync(0);

        var (day, key) = (DateTime.UtcNow.Date, _preview.LocalBackend.Functions!.Key);
        using var answer = await _preview.GetAsync(
            $"/api/gifts.csv?from={day.AddDays(-1):yyyy-MM-dd}&to={day.AddDays(1):yyyy-MM-dd}&code={key}");

        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.EndsWith(
            $",{payment},50.00,1.75,33.25,USD,{PublishedCampaign.Slug},,,no,once,50.00,,15.00,",
            lines.Single(line => line.Contains(payment, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MayLeaveThePageForTheStandIn()
    {
        using var page = await _preview.GetAsync("/donate/");
        using var refused = await _preview.PostAsync("/api/donations", _preview.Origin, ("amount", "-5"));

        Assert.Contains(
            $"form-action 'self' {_preview.Stripe.Address} https://checkout.stripe.com", PolicyOf(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains($"form-action 'self' {_preview.Stripe.Address} ", PolicyOf(refused), StringComparison.Ordinal);

        static string PolicyOf(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();
    }

    [Fact]
    public async Task OutlivesTheWorkerThatIsKilled()
    {
        await _preview.GiveAsync();
        var running = Assert.IsType<WorkerState.Running>(_preview.State);

        using (var process = System.Diagnostics.Process.GetProcessById(running.Process!.Value))
            process.Kill();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (ReferenceEquals(_preview.State, running))
            await Task.Delay(10, patience.Token);

        await UntilRaisedAsync(5000);
        Assert.Contains("functions ended with exit code 137; they are started again", _preview.Terminal);
    }

    [Fact]
    public async Task IsReconciledByTheTimer()
    {
        using var called = await PressAsync(("do", "call"), ("id", "Reconcile"));
        using var panel = await _preview.GetAsync("/_preview/");
        var text = await panel.Content.ReadAsStringAsync();

        Assert.Contains("<p class=\"said\" role=\"status\">Reconcile was called.</p>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task IsNotRefundedByAnotherSite(string origin)
    {
        var session = await _preview.GiveAsync();

        var payment = (string)_preview.Stripe.Find(session)!["payment_intent"]!;
        using var answer = await _preview.PostAsync("/_preview/", origin, ("do", "refund"), ("id", payment));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(_preview.Stripe.All("refund"));
    }

    /// <summary>Presses a button of the panel.</summary>
    private Task<HttpResponseMessage> PressAsync(params (string Name, string Value)[] fields) =>
        _preview.PostAsync("/_preview/", _preview.Origin, fields);

    /// <summary>The functions read the totals again each few seconds.</summary>
    private async Task UntilRaisedAsync(long amount)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await RaisedAsync() != amount)
            await Task.Delay(100, patience.Token);
    }

    private async Task<long> RaisedAsync()
    {
        using var answer = await _preview.GetAsync($"/api/campaigns/{PublishedCampaign.Slug}");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("raised").GetInt64();
    }
}
