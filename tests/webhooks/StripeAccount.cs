using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Stripe;

namespace Advocacy.Tests.Webhooks;

/// <summary>The few questions that the ledger asks Stripe, answered over HTTP from what the test has put there.</summary>
internal sealed class StripeAccount : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StripeAccount()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Use(async (context, next) =>
        {
            Questions.Enqueue($"{context.Request.Path}{context.Request.QueryString}");
            await Answering;
            if (IsDown) context.Response.StatusCode = 500;
            else await next(context);
        });
        _app.MapGet("/v1/payment_intents/{id}", (string id) => Intents.TryGetValue(id, out var metadata)
            ? Json(new JsonObject { ["id"] = id, ["object"] = "payment_intent", ["metadata"] = metadata.DeepClone() })
            : Json(new JsonObject { ["error"] = new JsonObject { ["type"] = "invalid_request_error", ["code"] = "resource_missing" } }, 404));
        _app.MapGet("/v1/checkout/sessions/{id}", (string id) => Json(Sessions[id]));
        _app.MapGet("/v1/invoice_payments", (HttpRequest request) =>
        {
            string? invoice = request.Query["invoice"], intent = request.Query["payment[payment_intent]"];
            return List(Payments.Where(payment => payment.Invoice == invoice || payment.Intent == intent).Select(payment => payment.ToJson(isWhole: intent is not null)));
        });
        _app.MapGet("/v1/events", (HttpRequest request) =>
        {
            var since = long.Parse(request.Query["created[gte]"].ToString(), null);
            var types = request.Query.Where(pair => pair.Key.StartsWith("types[", StringComparison.Ordinal)).SelectMany(pair => pair.Value).ToHashSet();
            // Newest first, in pages, as Stripe does.
            var events = Events.Where(told => (long)told["created"]! >= since && types.Contains((string?)told["type"]))
                .OrderByDescending(told => (long)told["created"]!).ToList();
            var start = events.FindIndex(told => (string?)told["id"] == request.Query["starting_after"]) + 1;
            return List(events.Skip(start).Take(10), hasMore: start + 10 < events.Count);
        });
        _app.MapGet("/v1/balance_transactions", (HttpRequest request) => List(BalanceTransactions.Where(transaction =>
            (string?)transaction["type"] == request.Query["type"] && (request.Query["payout"] is not [{ } payout] || (string?)transaction["payout"] == payout))));
        _app.MapGet("/v1/payouts", () => List(Payouts));
    }

    /// <summary>The metadata of each payment intent.</summary>
    public Dictionary<string, JsonObject> Intents { get; } = [];

    public Dictionary<string, JsonObject> Sessions { get; } = [];

    public List<InvoicePayment> Payments { get; } = [];

    public List<JsonObject> Events { get; } = [];

    public List<JsonObject> BalanceTransactions { get; } = [];

    public List<JsonObject> Payouts { get; } = [];

    /// <summary>What was asked, in order.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Questions { get; } = new();

    public bool IsDown { get; set; }

    /// <summary>No question is answered before.</summary>
    public Task Answering { get; set; } = Task.CompletedTask;

    public Uri Address => new(_app.Urls.Single());

    public StripeClient Client => new(new StripeClientOptions
    {
        ApiKey = "sk_test_1",
        ApiBase = _app.Urls.Single(),
        HttpClient = new SystemNetHttpClient(new HttpClient { Timeout = TimeSpan.FromSeconds(10) }, maxNetworkRetries: 0, enableTelemetry: false),
    });

    public static async Task<StripeAccount> StartAsync()
    {
        var account = new StripeAccount();
        await account._app.StartAsync();
        return account;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult List(IEnumerable<JsonObject> data, bool hasMore = false) => Json(new JsonObject
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. data.Select(one => one.DeepClone())]),
        ["has_more"] = hasMore,
    });

    private static IResult Json(JsonObject body, int status = 200) => Results.Text(body.ToJsonString(), "application/json", statusCode: status);

    public sealed record InvoicePayment(string Invoice, string Intent, long Amount, JsonObject? Metadata = null)
    {
        public JsonObject ToJson(bool isWhole) => new()
        {
            ["id"] = $"inpay_{Intent}",
            ["object"] = "invoice_payment",
            ["amount_paid"] = Amount,
            ["amount_requested"] = Amount,
            ["currency"] = "usd",
            ["invoice"] = isWhole ? StripeEvents.Invoice(Invoice, Amount, metadata: (JsonObject?)Metadata?.DeepClone()) : Invoice,
            ["is_default"] = true,
            ["payment"] = new JsonObject { ["payment_intent"] = Intent, ["type"] = "payment_intent" },
            ["status"] = "paid",
        };
    }
}
