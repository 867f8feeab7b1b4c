using System.Net;
using System.Text.Json.Nodes;
using Advocacy.Preview.StripeEmulator;
using Xunit;

namespace Advocacy.TestKit.Functions;

/// <summary>The functions behind the host, with a ledger in a file, and the Stripe emulator that sends them its events.</summary>
public sealed class RunningFunctions : IAsyncDisposable
{
    public const string Site = "https://www.example.test";

    private readonly DirectoryInfo _folder;
    private readonly HttpClient _client;
    private readonly RunningWorker _worker;

    private RunningFunctions(DirectoryInfo folder, StripeEmulatorServer stripe, RunningWorker worker)
    {
        (_folder, Stripe, _worker) = (folder, stripe, worker);
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = worker.Address,
            Timeout = TimeSpan.FromMinutes(2),
        };
    }

    public StripeEmulatorServer Stripe { get; }

    public IServiceProvider Services => _worker.Services;

    /// <summary>Of the functions that ask for one.</summary>
    public string Key => _worker.Key;

    public Uri Address => _worker.Address;

    public static Task<RunningFunctions> StartAsync(PublishedCampaign published, params (string Name, string Value)[] settings) =>
        StartAsync(published, TimeProvider.System, settings);

    public static async Task<RunningFunctions> StartAsync(
        PublishedCampaign published, TimeProvider clock, params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("functions-");
        var worker = await RunningWorker.PrepareAsync();
        var webhook = new Uri(worker.Address, "/api/stripe/webhook");
        var stripe = await StripeEmulatorServer.StartAsync(new(webhook, "whsec_test", TimeProvider.System));
        var environment = new Dictionary<string, string>
        {
            ["STRIPE_SECRET_KEY"] = "sk_test_standin",
            ["STRIPE_WEBHOOK_SECRET"] = "whsec_test",
            ["STRIPE_API_BASE"] = stripe.Address,
            ["LEDGER_CONNECTION"] = "sqlite:" + Path.Combine(folder.FullName, "ledger.db"),
            ["GIVING_FILE"] = published.GivingFile,
            ["SITE_URL"] = Site,
            ["RATE_LIMIT_PER_IP"] = "1000",
            ["RATE_LIMIT_TOTAL"] = "3000",
        };
        foreach (var (name, value) in settings)
            environment[name] = value;
        await worker.StartAsync(environment, clock);
        return new(folder, stripe, worker);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using (request)
            return await _client.SendAsync(request);
    }

    /// <summary>As a browser sends the form of our own page.</summary>
    public Task<HttpResponseMessage> GiveAsync(params (string Name, string Value)[] fields) => PostAsync("/api/donations", fields);

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(Form(path, fields));

    public static HttpRequestMessage Form(string path, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Origin", Site);
        return request;
    }

    /// <returns>The session that the answer leads to.</returns>
    public static string SessionOf(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.Segments[^1];
    }

    public async Task<JsonNode> TotalsAsync(string campaign = PublishedCampaign.Slug)
    {
        var answer = await GetAsync($"/api/campaigns/{campaign}");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>Waits until Stripe's events have arrived and the totals are read again; fails after half a minute.</summary>
    public async Task UntilRaisedAsync(long raised, string campaign = PublishedCampaign.Slug)
    {
        for (var i = 0; i < 300 && (long)(await TotalsAsync(campaign))["raised"]! != raised; i++)
            await Task.Delay(100);
        Assert.Equal(raised, (long)(await TotalsAsync(campaign))["raised"]!);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Stripe.DisposeAsync();
        await _worker.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
