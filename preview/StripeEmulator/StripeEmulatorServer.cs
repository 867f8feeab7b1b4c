using System.Net;
using System.Text.Json.Nodes;
using Advocacy.Preview.StripeEmulator.Api;
using Advocacy.Preview.StripeEmulator.Pages;
using Advocacy.Preview.StripeEmulator.Resources;
using Advocacy.Preview.StripeEmulator.Webhooks;

namespace Advocacy.Preview.StripeEmulator;

/// <summary>
/// Stands in for Stripe on this machine: the API, the checkout page, the portal and the webhooks, of test mode, in memory.
/// Everything happens one after the other.
/// </summary>
public sealed class StripeEmulatorServer : IAsyncDisposable
{
    private static readonly TimeSpan _expiryWatch = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly StripeStore _store;
    private readonly WebhookOutbox _outbox;
    private readonly ITimer _clock;
    private readonly IdempotentAnswers _answers = new();
    private readonly StripeApi _api;
    private readonly Balance _balance;
    private readonly CheckoutSessions _checkouts;
    private readonly Subscriptions _subscriptions;
    private readonly Refunds _refunds;
    private readonly Disputes _disputes;
    private WebApplication? _app;

    private StripeEmulatorServer(StripeEmulatorOptions options)
    {
        _outbox = new WebhookOutbox(options);
        _store = new StripeStore(options.Time, Send);
        _balance = new Balance(_store);
        var payments = new Payments(_store, _balance);
        var invoices = new Invoices(_store);
        _subscriptions = new Subscriptions(_store, payments, invoices);
        _checkouts = new CheckoutSessions(_store, payments, invoices, _subscriptions, () => Address);
        _refunds = new Refunds(_store, _balance);
        _disputes = new Disputes(_store, _balance);
        _api = new StripeApi(_store, _checkouts, _refunds, _subscriptions, new Portal(_store, () => Address));
        _clock = options.Time.CreateTimer(_ => Do(_checkouts.ExpireDue), null, _expiryWatch, _expiryWatch);
    }

    /// <summary>For <c>STRIPE_API_BASE</c>; without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    public WebhookOutbox WebhookOutbox => _outbox;

    /// <summary>While it is set, every request of the API is answered with this status.</summary>
    public int? Outage { get; set; }

    public static async Task<StripeEmulatorServer> StartAsync(StripeEmulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var emulator = new StripeEmulatorServer(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRoutingCore().AddRazorComponents();
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Error);
        var app = builder.Build();
        app.UseRouting();
        StripeEndpoints.Map(app, emulator);
        new CheckoutEndpoints(emulator, options.Wording).Map(app);
        await app.StartAsync();
        emulator._app = app;
        emulator.Address = app.Urls.First();
        return emulator;
    }

    /// <summary>Answers a request of the API.</summary>
    /// <param name="key">Of idempotency; null where the request has none.</param>
    public (StripeResponse StripeResponse, bool Replayed) Ask(string method, string path, string parameters, string? key) => Do(() =>
    {
        _checkouts.ExpireDue();
        var request = $"{method} {path}\n{parameters}";
        if (key is not null && method == "POST" && _answers.Find(key, request) is { } given)
            return (given, true);
        var answer = _api.Respond(method, path, FormBody.Read(parameters));
        if (key is not null && method == "POST")
            _answers.Keep(key, request, answer);
        return (answer, false);
    });

    /// <returns>A copy; null where there is none of that id.</returns>
    public JsonObject? Find(string id) => Do(() => _store.Find(id) is { } found ? found.DeepClone().AsObject() : null);

    /// <param name="kind">As Stripe's <c>object</c> says it, e.g. <c>charge</c>.</param>
    /// <returns>Copies, the newest first.</returns>
    public IReadOnlyList<JsonObject> All(string kind) =>
        Do(() => _store.NewestFirst(kind).Select(known => known.DeepClone().AsObject()).ToList());

    /// <returns>False where the card was declined.</returns>
    /// <exception cref="StripeApiException">The session is not open, or there is none.</exception>
    public bool Pay(string session, TestPaymentMethod method = TestPaymentMethod.Card, Donor? donor = null) =>
        Do(() => _checkouts.Pay(session, method, donor ?? Donor.Example));

    public void Expire(string session) => Do(() => _checkouts.Expire(session));

    /// <summary>A bank debit arrives.</summary>
    public void SettleDebit(string session) => Do(() => _checkouts.EndDebit(_store[session], succeeds: true));

    public void FailDebit(string session) => Do(() => _checkouts.EndDebit(_store[session], succeeds: false));

    /// <returns>The id of the invoice.</returns>
    public string Renew(string subscription, bool declined = false) => Do(() => _subscriptions.Renew(_store[subscription], declined).Id());

    public void Cancel(string subscription) => Do(() => _subscriptions.Cancel(subscription));

    /// <param name="payment">Of the payment intent.</param>
    /// <param name="amount">In minor units; null: all that is left.</param>
    /// <returns>The id of the refund.</returns>
    public string Refund(string payment, long? amount = null) => Do(() =>
    {
        var asked = new JsonObject { ["payment_intent"] = payment };
        if (amount is { } some)
            asked["amount"] = some;
        return _refunds.Create(asked).Id();
    });

    public void FailRefund(string refund) => Do(() => _refunds.Fail(_store[refund]));

    /// <returns>The id of the dispute.</returns>
    public string Dispute(string payment) => Do(() => _disputes.Open(_store[_store[payment].Text("latest_charge")]).Id());

    public void WinDispute(string dispute) => Do(() => _disputes.Win(_store[dispute]));

    public void LoseDispute(string dispute) => Do(() => _disputes.Lose(_store[dispute]));

    public void ReinstateDispute(string dispute) => Do(() => _disputes.Reinstate(_store[dispute]));

    /// <returns>The id of the payout; null where there is nothing to pay out.</returns>
    public string? PayOut(string currency = "usd") => Do(() => _balance.PayOut(currency)?.Id());

    /// <summary>Delivers an event once more.</summary>
    public void SendAgain(string @event) => Do(() => Send(_store[@event]));

    /// <summary>Reports the same change by another event.</summary>
    /// <returns>The id of the twin.</returns>
    public string SendTwin(string @event) => Do(() => _store.RecordAgain(_store[@event]).Id());

    private void Send(JsonObject @event) => _outbox.Send(@event.Id(), @event.Text("type")!, @event.ToJsonString());

    private void Do(Action act)
    {
        lock (_lock)
            act();
    }

    private T Do<T>(Func<T> act)
    {
        lock (_lock)
            return act();
    }

    public async ValueTask DisposeAsync()
    {
        await _clock.DisposeAsync();
        if (_app is not null)
            await _app.DisposeAsync();
        await _outbox.DisposeAsync();
    }
}
