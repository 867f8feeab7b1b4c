using System.Collections.Immutable;
using Advocacy.Functions.Checkouts;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Operations;
using Advocacy.Theme.Content;
using Advocacy.Theme.Giving;
using Advocacy.Theme.Wording;

namespace Advocacy.Functions.Gifts;

/// <summary>Takes the donate page's form: on to the payment page, or back to the form with a sentence for each problem.</summary>
public static class CreateDonation
{
    // No person sees this field, and browsers are told to leave it alone: who fills it in fills in everything.
    private const string Honeypot = "website";

    public static void MapCreateDonation(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/donations", (Delegate)TakeAsync);
        routes.MapGet("/api/donations", (Delegate)ShowAgain);
    }

    /// <summary>Where Stripe leads a donor who turns back: the form with the entries, script or none.</summary>
    private static HtmlPage ShowAgain(HttpContext context, Settings settings, PublishedGiving giving, TimeProvider clock)
    {
        var site = giving.Site;
        var entries = EntriesReader.Read(context.Request.Query);
        var words = site.WordsFor(entries.Language);
        return Off(settings, site, words, clock) ?? new HtmlPage(DonateSheet.Cancelled(site, words, entries, clock.GetUtcNow()), StatusCodes.Status200OK);
    }

    /// <returns>Null where gifts are taken.</returns>
    private static HtmlPage? Off(Settings settings, GivingSite site, Words words, TimeProvider clock) => settings.GivingOff || site.Organisation.Giving is null
        ? new(DonateSheet.Off(site, words, clock.GetUtcNow()), StatusCodes.Status503ServiceUnavailable)
        : null;

    private static async Task<IResult> TakeAsync(
        HttpContext context, Settings settings, PublishedGiving giving, CheckoutLimit limit, CheckoutDesk desk, GivingMeter meter, TimeProvider clock)
    {
        var site = giving.Site;
        var answer = await AnswerAsync();
        meter.Donation(answer.Outcome);
        return answer.Result;

        async Task<Answer> AnswerAsync()
        {
            var sent = await SentForm.ReadAsync(context.Request, context.RequestAborted);
            var fields = (sent as SentForm.Read)?.Fields ?? FormCollection.Empty;
            var entries = EntriesReader.Read(fields);
            if (string.IsNullOrEmpty(entries.From))
                entries = entries with { From = FormSource.Of(context.Request, settings.Site) };
            var words = site.WordsFor(entries.Language);
            if (Off(settings, site, words, clock) is { } off)
                return new("off", off);
            if (!FormSource.IsOwn(context.Request, settings.Site))
                return Back("foreign", StatusCodes.Status403Forbidden, Entries.None, words, words.FormFromElsewhere);
            switch (sent)
            {
                case SentForm.TooLarge:
                    return Back("too-large", StatusCodes.Status413PayloadTooLarge, entries, words, words.FormTooLarge);
                case SentForm.Unreadable(var status):
                    return Back("unreadable", status, entries, words, words.FormUnreadable);
            }
            if (fields[Honeypot].ToString().Length > 0)
                return Back("honeypot", StatusCodes.Status422UnprocessableEntity, entries, words, words.PressOnceMore);

            switch (FormReader.Read(site.File, entries, words, clock.GetUtcNow()))
            {
                case Refused(var problems):
                    return Again("refused", StatusCodes.Status422UnprocessableEntity, entries, words, problems);
                case Understood(var gift):
                    if (limit.Take(ClientAddress.Of(context)) is { } wait)
                        return Back("limited", StatusCodes.Status429TooManyRequests, entries, words, words.TooManyAttempts(TooMany.Seconds(context, wait)));
                    return await desk.OpenAsync(gift, site, Attempt.Read(fields["attempt"], clock), context.RequestAborted) is Opened(var address)
                        ? new("opened", new SeeOther(address))
                        : Back("unavailable", StatusCodes.Status503ServiceUnavailable, entries, words, words.PaymentsAway);
                case var other:
                    throw new InvalidOperationException($"There is no such reading as {other}.");
            }
        }

        Answer Back(string outcome, int status, Entries entries, Words words, string sentence) => Again(outcome, status, entries, words, [new("", sentence)]);

        Answer Again(string outcome, int status, Entries entries, Words words, ImmutableArray<FieldProblem> problems) =>
            new(outcome, new HtmlPage(DonateSheet.Again(site, words, entries, problems, clock.GetUtcNow()), status));
    }

    /// <param name="Outcome">For the meter: one of a few words.</param>
    private sealed record Answer(string Outcome, IResult Result);
}
