using System.Globalization;
using System.Text;
using Advocacy.Functions.Ledger;

namespace Advocacy.Functions.Finance;

/// <summary>The gifts of some days as a file for the finance department. The host asks for the function's key.</summary>
public static class GiftsExport
{
    /// <param name="routes">Where it is to be found.</param>
    /// <param name="zone">In which the organisation's days begin and end.</param>
    public static IEndpointConventionBuilder MapGiftsExport(this IEndpointRouteBuilder routes, Func<TimeZoneInfo> zone) =>
        routes.MapGet("/api/gifts.csv", (HttpContext context, ILedger ledger) => ExportAsync(context, ledger, zone()));

    private static async Task ExportAsync(HttpContext context, ILedger ledger, TimeZoneInfo zone)
    {
        string? from = context.Request.Query["from"], to = context.Request.Query["to"];
        if (Problem(from, to) is { } problem)
        {
            await Results.Text(problem, statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
            return;
        }

        context.Response.ContentType = "text/csv; charset=utf-8; header=present";
        context.Response.Headers.ContentDisposition = $"attachment; filename=gifts-{from}-{to}.csv";
        context.Response.Headers.CacheControl = "no-store";
        await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await writer.WriteAsync(Csv.Line(GiftLine.Columns));
        var gifts = ledger.GiftsAsync(StartOf(Day(from)!.Value, zone), StartOf(Day(to)!.Value.AddDays(1), zone), context.RequestAborted);
        await foreach (var gift in gifts) await writer.WriteAsync(Csv.Line(GiftLine.Of(gift, zone)));
    }

    private static string? Problem(string? from, string? to) => (Day(from), Day(to)) switch
    {
        (null, _) => $"from \"{from}\" is no day; write the first day as 2026-12-01.",
        (_, null) => $"to \"{to}\" is no day; write the last day as 2026-12-31.",
        var (first, last) when first > last => $"from {from} is after to {to}; change places.",
        _ => null,
    };

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day : null;

    // Where the clocks skip midnight, as some zones do, the day begins when they have.
    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
