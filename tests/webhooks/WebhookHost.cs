using System.Text;
using System.Text.Json.Nodes;
using Advocacy.Functions.Finance;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Webhooks;
using Advocacy.Tests.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stripe;

namespace Advocacy.Tests.Webhooks;

/// <summary>The webhook, and what the finance department needs, behind a real Kestrel, with a ledger in a file of its own and an account at Stripe to ask.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    public const string Secret = "whsec_new";
    public const string OldSecret = "whsec_old";

    private readonly string _folder = Directory.CreateTempSubdirectory("webhook-").FullName;
    private readonly WebApplication _app;

    private WebhookHost(StripeAccount stripe, bool livemode, TimeProvider clock)
    {
        Stripe = stripe;
        Ledger = SqliteLedger.Open(Path.Combine(_folder, "ledger.db"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<ILedger>(Ledger).AddSingleton(stripe.Client).AddSingleton<Bookkeeper>().AddSingleton<Reconciliation>().AddSingleton(clock)
            .AddSingleton(new WebhookOptions([Secret, OldSecret], livemode));
        _app = builder.Build();
        _app.MapStripeWebhook();
        _app.MapReconcile();
        _app.MapGiftsExport(() => Chicago);
    }

    public static TimeZoneInfo Chicago { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    public StripeAccount Stripe { get; }

    public SqliteLedger Ledger { get; }

    public HttpClient Http { get; } = new();

    public KeptLog Log { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    public static async Task<WebhookHost> StartAsync(bool livemode = false, TimeProvider? clock = null)
    {
        var host = new WebhookHost(await StripeAccount.StartAsync(), livemode, clock ?? TimeProvider.System);
        await host._app.StartAsync();
        return host;
    }

    /// <summary>Sends an event truly signed.</summary>
    /// <returns>Status and words of the answer.</returns>
    public Task<string> SendAsync(JsonObject told, TimeSpan? patience = null) =>
        SendAsync(Encoding.UTF8.GetBytes(told.ToJsonString()), EventUtility.GenerateSignatureHeader(told.ToJsonString(), Secret), patience);

    public Task<string> SendAsync(string body, string? signature) => SendAsync(Encoding.UTF8.GetBytes(body), signature);

    public async Task<string> SendAsync(byte[] body, string? signature, TimeSpan? patience = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, "/api/stripe/webhook")) { Content = new ByteArrayContent(body) };
        if (signature is not null) request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        using var waiting = new CancellationTokenSource(patience ?? TimeSpan.FromMinutes(1));
        using var response = await Http.SendAsync(request, waiting.Token);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    public Task<Totals> TotalsAsync() => Ledger.TotalsAsync(Given.Campaign, "usd", null, CancellationToken.None);

    public async Task<LedgerGift[]> GiftsAsync() =>
        await Ledger.GiftsAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, CancellationToken.None)
            .Concat(Ledger.WaitingAsync(CancellationToken.None)).ToArrayAsync();

    /// <summary>Spoils what the ledger keeps of a gift, as a broken disk does.</summary>
    public async Task DamageAsync(string gift)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "ledger.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE fact SET body = '{' WHERE gift = $gift";
        command.Parameters.AddWithValue("$gift", gift);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Ledger.DisposeAsync();
        await Stripe.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
