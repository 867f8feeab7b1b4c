using System.Globalization;
using Advocacy.Content.Giving;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Ledger;

namespace Advocacy.Functions.Finance;

/// <summary>The gifts of some days as a file for the finance department. The host asks for the function's key.</summary>
public sealed class GiftsExport(ILedger ledger, PublishedGiving giving)
{
    [Function(nameof(GiftsExport))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "gifts.csv")] HttpRequest request)
    {
        string? from = request.Query["from"], to = request.Query["to"];
        if (Problem(from, to) is { } problem)
            return Results.Text(problem, statusCode: StatusCodes.Status400BadRequest);
        var zone = giving.Site.Settings.TimeZone;
        var (start, end) = (LocalDay.Start(Day(from)!.Value, zone), LocalDay.Start(Day(to)!.Value.AddDays(1), zone));
        var gifts = ledger.GiftsAsync(start, end, request.HttpContext.RequestAborted);
        return new GiftsCsvFile(gifts, $"gifts-{from}-{to}.csv", zone);
    }

    private static string? Problem(string? from, string? to) => (Day(from), Day(to)) switch
    {
        (null, _) => $"from \"{from}\" is no day; write the first day as 2026-12-01.",
        (_, null) => $"to \"{to}\" is no day; write the last day as 2026-12-31.",
        var (first, last) when first > last => $"from {from} is after to {to}; change places.",
        _ => null,
    };

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day < DateOnly.MaxValue
            ? day
            : null;
}
