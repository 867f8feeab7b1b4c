using System.Text;
using System.Text.Json.Nodes;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Webhooks;
using Advocacy.Preview.FunctionsHost;
using Advocacy.TestKit.Functions;
using Advocacy.TestKit.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stripe;

namespace Advocacy.TestKit.Stripe;

/// <summary>The functions behind the host, with a ledger in a separate file and an account at Stripe.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    public const string Secret = "whsec_new";
    public const string OldSecret = "whsec_old";

    private readonly string _folder = Directory.CreateTempSubdirectory("webhook-").FullName;
    private readonly RunningWorker _worker;

    private WebhookHost(StripeAccount stripe, RunningWorker worker) => (Stripe, _worker) = (stripe, worker);

    public static TimeZoneInfo Chicago { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    public StripeAccount Stripe { get; }

    public ILedger Ledger => _worker.Services.GetRequiredService<ILedger>();

    public HttpClient Http { get; } = new();

    public KeptLog Log { get; } = new();

    public Uri Address => _worker.Address;

    public string Key => _worker.Key;

    public FunctionsHostEmulator Host => _worker.Host;

    public static async Task<WebhookHost> StartAsync(bool livemode = false, TimeProvider? clock = null)
    {
        var host = new WebhookHost(await StripeAccount.StartAsync(), await RunningWorker.PrepareAsync());
        var environment = new Dictionary<string, string>
        {
            ["STRIPE_SECRET_KEY"] = "sk_test_webhook",
            ["STRIPE_WEBHOOK_SECRET"] = $"{Secret},{OldSecret}",
            ["STRIPE_API_BASE"] = host.Stripe.Address.GetLeftPart(UriPartial.Authority),
            ["LEDGER_CONNECTION"] = $"sqlite:{Path.Combine(host._folder, "ledger.db")}",
            ["GIVING_FILE"] = await PublishedCampaign.SharedFileAsync(),
            ["SITE_URL"] = "https://www.example.test",
        };
        await host._worker.StartAsync(environment, clock ?? TimeProvider.System, builder =>
        {
            builder.Logging.AddProvider(host.Log);
            // A live key goes with no Stripe on this machine.
            builder.Services.AddSingleton(new WebhookOptions([Secret, OldSecret], livemode));
        });
        return host;
    }

    /// <summary>As Stripe does: it knows the objects of the events that it sends.</summary>
    /// <returns>Status and words of the answer.</returns>
    public Task<string> SendAsync(JsonObject stripeEvent, TimeSpan? patience = null)
    {
        Stripe.Knows(stripeEvent);
        return DeliverAsync(stripeEvent, patience);
    }

    /// <summary>Sends an event with a right signature.</summary>
    /// <returns>Status and words of the answer.</returns>
    public Task<string> DeliverAsync(JsonObject stripeEvent, TimeSpan? patience = null)
    {
        var body = stripeEvent.ToJsonString();
        return SendAsync(Encoding.UTF8.GetBytes(body), EventUtility.GenerateSignatureHeader(body, Secret), patience);
    }

    public Task<string> SendAsync(string body, string? signature) => SendAsync(Encoding.UTF8.GetBytes(body), signature);

    public async Task<string> SendAsync(byte[] body, string? signature, TimeSpan? patience = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, "/api/stripe/webhook"))
        {
            Content = new ByteArrayContent(body),
        };
        if (signature is not null) request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        using var waiting = new CancellationTokenSource(patience ?? TimeSpan.FromMinutes(1));
        using var response = await Http.SendAsync(request, waiting.Token);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    public Task<Totals> TotalsAsync() => Ledger.TotalsAsync(Given.Campaign, "usd", null, CancellationToken.None);

    public async Task<LedgerGift[]> GiftsAsync() =>
        await Ledger.GiftsAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, CancellationToken.None)
            .Concat(Ledger.WaitingAsync(CancellationToken.None)).ToArrayAsync();

    /// <summary>Damages what the ledger keeps of a gift, as a broken disk does.</summary>
    public Task DamageAsync(string gift) => ExecuteAsync("UPDATE fact SET body = '{' WHERE gift = $gift", gift);

    /// <summary>Makes every later use of the ledger fail.</summary>
    public Task BreakAsync() => ExecuteAsync("DROP TABLE fact", "");

    private async Task ExecuteAsync(string sql, string gift)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "ledger.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$gift", gift);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _worker.DisposeAsync();
        await Stripe.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
