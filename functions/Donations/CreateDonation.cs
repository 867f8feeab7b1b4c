using System.Collections.Immutable;
using Advocacy.Functions.Checkout;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Http;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Views;

namespace Advocacy.Functions.Donations;

/// <summary>Takes the donate page's form: on to the payment page, or back to the form with a sentence for each problem.</summary>
public sealed class CreateDonation(
    AppSettings settings, PublishedGiving giving, CheckoutLimit limit, CheckoutSessionOpener sessions, DonationMetrics metrics,
    TimeProvider clock)
{
    // No person sees this field, and browsers are asked to leave it empty: only a program that fills in every field fills it in.
    private const string Honeypot = "website";

    [Function(nameof(CreateDonation))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "donations")] HttpRequest request, FunctionContext invocation)
    {
        var site = giving.Site;
        if (HttpMethods.IsGet(request.Method))
            return ShowAgain(request, site);
        var answer = await TakeAsync(request, invocation, site);
        metrics.Count(answer.Outcome);
        return answer.Result;
    }

    /// <summary>Where Stripe leads a donor who turns back: the form with the entries, script or none.</summary>
    private HtmlPage ShowAgain(HttpRequest request, GivingSite site)
    {
        var entries = EntriesReader.Read(request.Query);
        var words = site.WordsFor(entries.Language);
        return Off(site, words)
            ?? new HtmlPage(DonatePageResult.Cancelled(site, words, entries, clock.GetUtcNow()), StatusCodes.Status200OK);
    }

    private async Task<Answer> TakeAsync(HttpRequest request, FunctionContext invocation, GivingSite site)
    {
        var aborted = request.HttpContext.RequestAborted;
        var sent = await SentForm.ReadAsync(request, aborted);
        var fields = (sent as SentForm.Read)?.Fields ?? FormCollection.Empty;
        var entries = EntriesReader.Read(fields);
        if (string.IsNullOrEmpty(entries.From))
            entries = entries with { From = FormSource.Of(request, settings.Site) };
        var words = site.WordsFor(entries.Language);
        if (Off(site, words) is { } off)
            return new("off", off);
        if (!FormSource.IsOwn(request, settings.Site))
            return Back("foreign", StatusCodes.Status403Forbidden, words.FormFromElsewhere, new(site, words, FormEntries.None));
        var form = new Form(site, words, entries);
        switch (sent)
        {
            case SentForm.TooLarge:
                return Back("too-large", StatusCodes.Status413PayloadTooLarge, words.FormTooLarge, form);
            case SentForm.Unreadable(var status):
                return Back("unreadable", status, words.FormUnreadable, form);
        }
        if (fields[Honeypot].ToString().Length > 0)
            return Back("honeypot", StatusCodes.Status422UnprocessableEntity, words.PressOnceMore, form);

        switch (FormReader.Read(site.File, entries, words, clock.GetUtcNow()))
        {
            case InvalidForm(var problems):
                return Again("refused", StatusCodes.Status422UnprocessableEntity, problems, form);
            case ValidForm(var gift):
                if (limit.Take(ClientAddress.Of(invocation, request, sent)) is { } wait)
                {
                    var sentence = words.TooManyAttempts(TooManyRequests.Seconds(request.HttpContext, wait));
                    return Back("limited", StatusCodes.Status429TooManyRequests, sentence, form);
                }
                return await sessions.OpenAsync(gift, site, Attempt.Read(fields["attempt"], clock), aborted) is Opened(var address)
                    ? new("opened", new SeeOther(address))
                    : Back("unavailable", StatusCodes.Status503ServiceUnavailable, words.PaymentsAway, form);
            case var other:
                throw new InvalidOperationException($"There is no such reading as {other}.");
        }
    }

    /// <returns>Null where gifts are taken.</returns>
    private HtmlPage? Off(GivingSite site, Words words) => settings.DonationsDisabled || site.Settings.Giving is null
        ? new(DonatePageResult.Off(site, words, clock.GetUtcNow()), StatusCodes.Status503ServiceUnavailable)
        : null;

    private Answer Back(string outcome, int status, string sentence, Form form) => Again(outcome, status, [new("", sentence)], form);

    private Answer Again(string outcome, int status, ImmutableArray<FieldProblem> problems, Form form) =>
        new(outcome, new HtmlPage(DonatePageResult.Again(form.Site, form.Words, form.Entries, problems, clock.GetUtcNow()), status));

    /// <summary>What is shown again.</summary>
    private sealed record Form(GivingSite Site, Words Words, FormEntries Entries);

    /// <param name="Outcome">For the meter: one of a few words.</param>
    private sealed record Answer(string Outcome, IResult Result);
}
