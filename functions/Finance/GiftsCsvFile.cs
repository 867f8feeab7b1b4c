using System.Text;
using Advocacy.Functions.Ledger;

namespace Advocacy.Functions.Finance;

/// <summary>Gifts as a CSV file, written as they are read, so that a year of them needs no more memory than a day.</summary>
/// <param name="gifts">In the order of the file.</param>
/// <param name="name">Of the file.</param>
/// <param name="zone">Of the days in the file.</param>
internal sealed class GiftsCsvFile(IAsyncEnumerable<LedgerGift> gifts, string name, TimeZoneInfo zone) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        await using var rows = gifts.GetAsyncEnumerator(httpContext.RequestAborted);
        // Before the first byte, so that a ledger that cannot be read is answered with a sentence and not with half a file.
        var hasRow = await rows.MoveNextAsync();
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.ContentDisposition = $"attachment; filename={name}";
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await writer.WriteAsync(Csv.Line(GiftsCsvRow.Columns));
        for (; hasRow; hasRow = await rows.MoveNextAsync()) await writer.WriteAsync(Csv.Line(GiftsCsvRow.Of(rows.Current, zone)));
    }
}
