using System.Collections.Immutable;
using System.Net.Mail;
using Advocacy.Content.Pages;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Http;
using Advocacy.Theme.Views;

namespace Advocacy.Functions.Donations;

/// <summary>
/// Leads to Stripe's own login page for monthly gifts. Whoever asks is sent there, with any address: Stripe mails a code to the address
/// if it knows it, and says the same if it does not. So we neither look anybody up nor could give anything away.
/// </summary>
public sealed class ManageGiving(AppSettings settings, PublishedGiving giving, ManageLimit limit, PortalLogin portal, TimeProvider clock)
{
    [Function(nameof(ManageGiving))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage")] HttpRequest request, FunctionContext invocation)
    {
        var site = giving.Site;
        var sent = await SentForm.ReadAsync(request, request.HttpContext.RequestAborted);
        var fields = (sent as SentForm.Read)?.Fields ?? FormCollection.Empty;
        var words = site.WordsFor(fields["language"]);
        if (!FormSource.IsOwn(request, settings.Site))
            return Again(StatusCodes.Status403Forbidden, "", words.FormFromElsewhere);
        if (sent is SentForm.TooLarge)
            return Again(StatusCodes.Status413PayloadTooLarge, "", words.FormTooLarge);
        if (Address(fields["email"].ToString()) is not { } address)
            return Again(StatusCodes.Status422UnprocessableEntity, "email", words.EmailWanted);
        if (limit.Take(ClientAddress.Of(invocation, request, sent)) is { } wait)
        {
            var seconds = TooManyRequests.Seconds(request.HttpContext, wait);
            return Again(StatusCodes.Status429TooManyRequests, "", words.TooManyAttempts(seconds));
        }
        return await portal.FindAsync(request.HttpContext.RequestAborted) is { } login
            ? new SeeOther($"{login}?prefilled_email={Uri.EscapeDataString(address)}")
            : Again(StatusCodes.Status503ServiceUnavailable, "", words.ManageAway(site.Settings.Email));

        IResult Again(int status, string field, string sentence)
        {
            if (site.Page(PageLayout.Manage, words.In.Tag) is not { } page)
                return Results.Text(sentence, statusCode: status);
            ImmutableArray<FieldProblem> problems = [new(field, sentence)];
            var view = new ManageView(page, problems);
            var shown = DonatePageResult.Around(site, words, page, view, clock.GetUtcNow()) with { Title = words.ErrorTitle(page.Title) };
            return new HtmlPage(shown, status);
        }
    }

    private static string? Address(string text)
    {
        var address = SingleLineText.Clean(text.Length > EntriesReader.Longest ? "" : text);
        return !address.Contains(' ') && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address ? address : null;
    }
}
