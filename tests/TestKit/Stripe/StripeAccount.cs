using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Stripe;

namespace Advocacy.TestKit.Stripe;

/// <summary>The few requests that the ledger makes to Stripe, answered over HTTP from what the test has put there.</summary>
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
            Requests.Enqueue($"{context.Request.Path}{context.Request.QueryString}");
            await Answering;
            if (IsDown || Status is not null) context.Response.StatusCode = Status ?? 500;
            else await next(context);
        });
        _app.MapGet("/v1/payment_intents/{id}", (string id) => Received(id) is { } received ? Json(received) : Missing());
        _app.MapGet("/v1/checkout/sessions/{id}", (string id) => Known(id, SessionWithPayment));
        _app.MapGet("/v1/invoices/{id}", (string id) => Known(id));
        _app.MapGet("/v1/refunds/{id}", (string id) => Known(id, WithPayment));
        _app.MapGet("/v1/disputes/{id}", (string id) => Known(id, WithPayment));
        _app.MapGet("/v1/events/{id}", (string id) => Known(id));
        _app.MapGet("/v1/invoice_payments", (HttpRequest request) =>
        {
            string? invoice = request.Query["invoice"], intent = request.Query["payment[payment_intent]"];
            var payments = Payments.Where(payment => payment.Invoice == invoice || payment.Intent == intent);
            return List(payments.Select(payment => payment.ToJson(isWhole: intent is not null)));
        });
        _app.MapGet("/v1/events", (HttpRequest request) =>
        {
            var since = long.Parse(request.Query["created[gte]"].ToString(), null);
            var types = request.Query
                .Where(pair => pair.Key.StartsWith("types[", StringComparison.Ordinal))
                .SelectMany(pair => pair.Value)
                .ToHashSet();
            // Newest first, in pages, as Stripe does.
            var events = Events.Where(stripeEvent => (long)stripeEvent["created"]! >= since && types.Contains((string?)stripeEvent["type"]))
                .OrderByDescending(stripeEvent => (long)stripeEvent["created"]!).ToList();
            var start = events.FindIndex(stripeEvent => (string?)stripeEvent["id"] == request.Query["starting_after"]) + 1;
            return List(events.Skip(start).Take(10), hasMore: start + 10 < events.Count);
        });
        _app.MapGet("/v1/balance_transactions", (HttpRequest request) =>
        {
            var ofType = BalanceTransactions.Where(transaction => (string?)transaction["type"] == request.Query["type"]);
            return List(request.Query["payout"] is [{ } payout]
                ? ofType.Where(transaction => (string?)transaction["payout"] == payout)
                : ofType);
        });
        _app.MapGet("/v1/payouts", () => List(Payouts));
    }

    /// <summary>The metadata of each payment intent.</summary>
    public ConcurrentDictionary<string, JsonObject> Intents { get; } = new();

    /// <summary>Sessions, invoices, refunds, disputes and events as they are now, by their ids.</summary>
    public ConcurrentDictionary<string, JsonObject> Objects { get; } = new();

    public ConcurrentBag<InvoicePayment> Payments { get; } = [];

    public List<JsonObject> Events { get; } = [];

    public List<JsonObject> BalanceTransactions { get; } = [];

    public List<JsonObject> Payouts { get; } = [];

    /// <summary>Path and query of each request, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public bool IsDown { get; set; }

    /// <summary>While it is set, every request is answered with it.</summary>
    public int? Status { get; set; }

    /// <summary>No request is answered before.</summary>
    public Task Answering { get; set; } = Task.CompletedTask;

    public Uri Address => new(_app.Urls.Single());

    public StripeClient Client => new(new StripeClientOptions
    {
        ApiKey = "sk_test_1",
        ApiBase = _app.Urls.Single(),
        HttpClient = new SystemNetHttpClient(
            new HttpClient { Timeout = TimeSpan.FromSeconds(10) }, maxNetworkRetries: 0, enableTelemetry: false),
    });

    public static async Task<StripeAccount> StartAsync()
    {
        var account = new StripeAccount();
        await account._app.StartAsync();
        return account;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>What an event shows of its subject is what the account has.</summary>
    public void Knows(JsonObject stripeEvent)
    {
        if ((string?)stripeEvent["id"] is { } id) Objects[id] = (JsonObject)stripeEvent.DeepClone();
        if (stripeEvent["data"]?["object"] is not JsonObject subject) return;
        if (subject["id"] is not JsonValue name || name.GetValueKind() != JsonValueKind.String) return;

        var known = (JsonObject)subject.DeepClone();
        // When the payment of a session was charged, and whether it settled days later: both stay as they were first.
        var before = Objects.GetValueOrDefault((string)name!);
        known["_charged"] = (before?["_charged"] ?? stripeEvent["created"])?.DeepClone();
        var isLate = stripeEvent["type"]?.ToString() == "checkout.session.async_payment_succeeded";
        known["_delayed"] = isLate || (bool?)before?["_delayed"] == true;
        Objects[(string)name!] = known;
    }

    private IResult Known(string id, Func<JsonObject, JsonObject>? expand = null) =>
        Objects.TryGetValue(id, out var known) ? Json(expand is null ? known : expand((JsonObject)known.DeepClone())) : Missing();

    private JsonObject SessionWithPayment(JsonObject session)
    {
        if ((string?)session["payment_intent"] is not { } payment) return session;
        var charge = new JsonObject
        {
            ["id"] = $"ch_{payment}",
            ["object"] = "charge",
            ["created"] = session["_charged"]?.DeepClone(),
            ["payment_method_details"] = new JsonObject { ["type"] = (bool?)session["_delayed"] == true ? "us_bank_account" : "card" },
        };
        var intent = Payment(payment);
        intent["latest_charge"] = charge;
        session["payment_intent"] = intent;
        return session;
    }

    private JsonObject WithPayment(JsonObject subject)
    {
        if (subject["payment_intent"] is JsonValue id && id.TryGetValue(out string? payment)) subject["payment_intent"] = Payment(payment);
        return subject;
    }

    /// <returns>Null where neither a session nor an invoice was paid by it.</returns>
    private JsonObject? Received(string id)
    {
        var session = Objects.Values.FirstOrDefault(
            known => known["payment_intent"]?.ToString() == id && known["amount_total"] is not null);
        var paid = Payments.FirstOrDefault(payment => payment.Intent == id);
        if (session is null && paid is null && !Intents.ContainsKey(id)) return null;

        var payment = Payment(id);
        payment["status"] = "succeeded";
        payment["currency"] = session?["currency"]?.DeepClone() ?? "usd";
        payment["amount_received"] = session?["amount_total"]?.DeepClone() ?? paid?.Amount;
        return payment;
    }

    private JsonObject Payment(string id) => new()
    {
        ["id"] = id,
        ["object"] = "payment_intent",
        ["metadata"] = Intents.TryGetValue(id, out var metadata) ? metadata.DeepClone() : new JsonObject(),
    };

    private static IResult Missing() =>
        Json(new JsonObject { ["error"] = new JsonObject { ["type"] = "invalid_request_error", ["code"] = "resource_missing" } }, 404);

    private static IResult List(IEnumerable<JsonObject> data, bool hasMore = false) => Json(new JsonObject
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. data.Select(one => one.DeepClone())]),
        ["has_more"] = hasMore,
    });

    private static IResult Json(JsonObject body, int status = 200) =>
        Results.Text(body.ToJsonString(), "application/json", statusCode: status);

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
