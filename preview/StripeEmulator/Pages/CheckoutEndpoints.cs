using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Advocacy.Preview.Localization;
using Advocacy.Preview.StripeEmulator.Api;
using Advocacy.Theme.Localization;

namespace Advocacy.Preview.StripeEmulator.Pages;

/// <summary>The pages that a donor sees at Stripe.</summary>
public sealed class CheckoutEndpoints(StripeEmulatorServer emulator, PreviewWording wording)
{
    public void Map(WebApplication app)
    {
        app.MapGet("/emulator.css", PageAnswer.SendStyleSheetAsync);
        app.MapGet("/c/pay/{id}", ShowAsync);
        app.MapPost("/c/pay/{id}", PayAsync);
        app.MapGet("/p/login/standin", LogInAsync);
        app.MapGet("/p/session/{id}", ShowPortalAsync);
        app.MapPost("/p/session/{id}", CancelAsync);
    }

    private Task ShowAsync(HttpContext context, string id)
    {
        var known = emulator.Find(id);
        var words = wording.For(context, known?.Text("locale"));
        return known switch
        {
            { } session when session.Text("status") == "open" =>
                SendAsync(context, 200, session, CheckoutEntries.Blank(session), [], words),
            { } session when session.Text("status") == "complete" =>
                SayAsync(context, 200, words.CompleteTitle, words.Complete, Success(session), words),
            { } session when session.Text("status") == "expired" =>
                SayAsync(context, 200, words.ExpiredTitle, words.Expired, session.Text("cancel_url"), words),
            _ => SayAsync(context, 404, words.NoCheckoutTitle, words.NoCheckout, null, words),
        };
    }

    private async Task PayAsync(HttpContext context, string id)
    {
        if (PageAnswer.IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        if (emulator.Find(id) is not { } session || session.Text("status") != "open")
        {
            await ShowAsync(context, id);
            return;
        }

        var words = wording.For(context, session.Text("locale"));
        var entries = CheckoutEntries.Of(await context.Request.ReadFormAsync(context.RequestAborted));
        ImmutableArray<CheckoutView.Problem> problems = [.. entries.Problems(CheckoutView.Of(session, entries, [], words).Fields, words)];
        if (problems.Length > 0 || entries.PaidWith is not { } method)
        {
            await SendAsync(context, StatusCodes.Status422UnprocessableEntity, session, entries, problems, words);
            return;
        }
        try
        {
            if (emulator.Pay(id, method, entries.Donor))
                SeeOther(context, Success(session));
            else
                await SendAsync(context, StatusCodes.Status402PaymentRequired, session, entries, [new("card", words.CardDeclined)], words);
        }
        // Another tab has paid it, or it has expired, since it was looked up.
        catch (StripeApiException)
        {
            await ShowAsync(context, id);
        }
    }

    private Task ShowPortalAsync(HttpContext context, string id)
    {
        var known = emulator.Find(id);
        var words = wording.For(context, known?.Text("locale"));
        return known is { } session && session.Text("object") == "billing_portal.session"
            ? PageAnswer.SendAsync<PortalPage>(context, 200, new()
            {
                [nameof(PortalPage.Words)] = words,
                [nameof(PortalPage.Subscriptions)] = SubscriptionsOf(session),
                [nameof(PortalPage.Back)] = session.Text("return_url"),
            })
            : SayAsync(context, 404, words.NoPortalTitle, words.NoPortal, null, words);
    }

    // Stripe mails a code to an address that it knows; here the way on is on the page.
    private Task LogInAsync(HttpContext context)
    {
        string? email = context.Request.Query["prefilled_email"];
        var known = emulator.All("customer").FirstOrDefault(IsOfEmail);
        var onward = known is null ? null : PortalOf(known);
        var words = wording.For(context);
        return SayAsync(context, 200, words.LoginTitle, known is null ? words.LoginUnknown : words.LoginKnown, onward, words);

        bool IsOfEmail(JsonObject customer) => string.Equals(customer.Text("email"), email, StringComparison.OrdinalIgnoreCase);
    }

    private string? PortalOf(JsonObject customer)
    {
        var (answer, _) = emulator.Ask("POST", "billing_portal/sessions", $"customer={customer.Id()}", null);
        return answer.Body.AsObject().Text("url");
    }

    private async Task CancelAsync(HttpContext context, string id)
    {
        if (PageAnswer.IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string? wanted = form["subscription"];
        if (emulator.Find(id) is { } session && SubscriptionsOf(session).Any(IsToEnd))
            emulator.Cancel(wanted!);
        SeeOther(context, $"/p/session/{Uri.EscapeDataString(id)}");

        bool IsToEnd(JsonObject known) => known.Id() == wanted && known.Text("status") != "canceled";
    }

    private IReadOnlyList<JsonObject> SubscriptionsOf(JsonObject session) =>
        [.. emulator.All("subscription").Where(subscription => subscription.Text("customer") == session.Text("customer"))];

    private static Task SendAsync(
        HttpContext context, int status, JsonObject session, CheckoutEntries entries, ImmutableArray<CheckoutView.Problem> problems,
        PreviewWords words) =>
        PageAnswer.SendAsync<CheckoutPage>(context, status, new()
        {
            [nameof(CheckoutPage.Words)] = words,
            [nameof(CheckoutPage.View)] = CheckoutView.Of(session, entries, problems, words),
        }, Success(session));

    private static Task SayAsync(HttpContext context, int status, string title, string sentence, string? onward, PreviewWords words) =>
        PageAnswer.SendAsync<MessagePage>(context, status, new()
        {
            [nameof(MessagePage.Words)] = words,
            [nameof(MessagePage.Title)] = title,
            [nameof(MessagePage.Sentence)] = sentence,
            [nameof(MessagePage.Onward)] = onward,
        });

    private static void SeeOther(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    private static string Success(JsonObject session) =>
        session.Text("success_url")!.Replace("{CHECKOUT_SESSION_ID}", session.Id(), StringComparison.Ordinal);
}
