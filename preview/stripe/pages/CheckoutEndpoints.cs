using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Advocacy.Preview.Stripe.Asking;
using Advocacy.Preview.Stripe.Paying;

namespace Advocacy.Preview.Stripe.Pages;

/// <summary>The pages that a donor sees at Stripe.</summary>
public static class CheckoutEndpoints
{
    public static void Map(WebApplication app, StripeStandIn standIn)
    {
        app.MapGet("/stand-in.css", PageAnswer.SendStyleSheetAsync);
        app.MapGet("/c/pay/{id}", (HttpContext context, string id) => ShowAsync(context, standIn, id));
        app.MapPost("/c/pay/{id}", (HttpContext context, string id) => PayAsync(context, standIn, id));
        app.MapGet("/p/login/standin", (HttpContext context) => LogInAsync(context, standIn));
        app.MapGet("/p/session/{id}", (HttpContext context, string id) => ShowPortalAsync(context, standIn, id));
        app.MapPost("/p/session/{id}", (HttpContext context, string id) => CancelAsync(context, standIn, id));
    }

    private static Task ShowAsync(HttpContext context, StripeStandIn standIn, string id) => standIn.Find(id) switch
    {
        { } session when session.Text("status") == "open" => SendAsync(context, 200, session, CheckoutEntries.Blank(session), []),
        { } session when session.Text("status") == "complete" =>
            SayAsync(context, 200, CheckoutWords.CompleteTitle, CheckoutWords.Complete, Success(session)),
        { } session when session.Text("status") == "expired" =>
            SayAsync(context, 200, CheckoutWords.ExpiredTitle, CheckoutWords.Expired, session.Text("cancel_url")),
        _ => SayAsync(context, 404, CheckoutWords.GoneTitle, CheckoutWords.Gone, null),
    };

    private static async Task PayAsync(HttpContext context, StripeStandIn standIn, string id)
    {
        if (PageAnswer.IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        if (standIn.Find(id) is not { } session || session.Text("status") != "open")
        {
            await ShowAsync(context, standIn, id);
            return;
        }

        var entries = CheckoutEntries.Of(await context.Request.ReadFormAsync(context.RequestAborted));
        ImmutableArray<CheckoutView.Problem> problems = [.. entries.Problems(CheckoutView.Of(session, entries, []).Fields)];
        if (problems.Length > 0 || entries.PaidWith is not { } means)
        {
            await SendAsync(context, StatusCodes.Status422UnprocessableEntity, session, entries, problems);
            return;
        }
        try
        {
            if (standIn.Pay(id, means, entries.Donor))
                SeeOther(context, Success(session));
            else
                await SendAsync(context, StatusCodes.Status402PaymentRequired, session, entries, [new("card", CheckoutWords.CardDeclined)]);
        }
        // Another tab has paid it, or it has expired, since it was looked up.
        catch (RefusedException)
        {
            await ShowAsync(context, standIn, id);
        }
    }

    private static Task ShowPortalAsync(HttpContext context, StripeStandIn standIn, string id) =>
        standIn.Find(id) is { } session && session.Text("object") == "billing_portal.session"
            ? PageAnswer.SendAsync<PortalPage>(context, 200, new()
            {
                [nameof(PortalPage.Pledges)] = PledgesOf(standIn, session),
                [nameof(PortalPage.Back)] = session.Text("return_url"),
            })
            : SayAsync(context, 404, PortalWords.GoneTitle, PortalWords.Gone, null);

    // Stripe mails a code to an address that it knows; here the way on is on the page.
    private static Task LogInAsync(HttpContext context, StripeStandIn standIn)
    {
        var known = standIn.All("customer").FirstOrDefault(customer => string.Equals(customer.Text("email"), context.Request.Query["prefilled_email"], StringComparison.OrdinalIgnoreCase));
        var onward = known is null ? null : standIn.Ask("POST", "billing_portal/sessions", $"customer={known.Id()}", null).Answer.Body.AsObject().Text("url");
        return SayAsync(context, 200, PortalWords.LoginTitle, known is null ? PortalWords.LoginUnknown : PortalWords.LoginKnown, onward);
    }

    private static async Task CancelAsync(HttpContext context, StripeStandIn standIn, string id)
    {
        if (PageAnswer.IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (standIn.Find(id) is { } session
            && PledgesOf(standIn, session).FirstOrDefault(pledge => pledge.Id() == form["subscription"] && pledge.Text("status") != "canceled") is { } pledge)
            standIn.Cancel(pledge.Id());
        SeeOther(context, $"/p/session/{Uri.EscapeDataString(id)}");
    }

    private static IReadOnlyList<JsonObject> PledgesOf(StripeStandIn standIn, JsonObject session) =>
        [.. standIn.All("subscription").Where(pledge => pledge.Text("customer") == session.Text("customer"))];

    private static Task SendAsync(HttpContext context, int status, JsonObject session, CheckoutEntries entries, ImmutableArray<CheckoutView.Problem> problems) =>
        PageAnswer.SendAsync<CheckoutPage>(
            context, status, new() { [nameof(CheckoutPage.View)] = CheckoutView.Of(session, entries, problems) }, Success(session));

    private static Task SayAsync(HttpContext context, int status, string title, string sentence, string? onward) =>
        PageAnswer.SendAsync<MessagePage>(context, status, new()
        {
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
