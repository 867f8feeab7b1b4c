using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Advocacy.Functions.Ledger.Sqlite;

/// <summary>Asks the file, over connections that are pooled and never wait for the writer.</summary>
internal sealed class SqliteReader(string source)
{
    public async Task<LedgerGift?> FindAsync(string gift, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        return await GroupAsync(connection, "SELECT gift, body FROM fact WHERE gift = $0 ORDER BY key", [gift], cancellation)
            .SingleOrDefaultAsync(cancellation);
    }

    public async Task<Totals> TotalsAsync(string campaign, string currency, Window? window, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        await using var command = Query(
            connection,
            """
            SELECT coalesce(sum(raised), 0), coalesce(sum(gifts), 0),
                (SELECT coalesce(sum(raised), 0) FROM minute WHERE campaign = $0 AND currency = $1 AND minute >= $2 AND minute < $3)
            FROM total WHERE campaign = $0 AND currency = $1
            """,
            [campaign, currency, window is { } w ? Movement.MinuteOf(w.From) : 0, window is { } v ? Movement.MinuteOf(v.To) : 0]);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(campaign, currency, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    public async IAsyncEnumerable<LedgerGift> GiftsAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        const string Sql = """
            SELECT fact.gift, fact.body FROM fact AS settled JOIN fact ON fact.gift = settled.gift
            WHERE settled.key = 'gift' AND settled.at >= $0 AND settled.at < $1 ORDER BY settled.at, settled.gift, fact.key
            """;
        await foreach (var gift in GroupAsync(connection, Sql, [Ceiling(from), Ceiling(to)], cancellation)) yield return gift;
    }

    public async IAsyncEnumerable<LedgerGift> WaitingAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        const string Sql = """
            SELECT gift, body FROM fact AS waiting
            WHERE NOT EXISTS (SELECT 1 FROM fact WHERE gift = waiting.gift AND key = 'gift') ORDER BY gift, key
            """;
        await foreach (var gift in GroupAsync(connection, Sql, [], cancellation)) yield return gift;
    }

    public async Task<DateTimeOffset?> MarkAsync(string name, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        await using var command = Query(connection, "SELECT at FROM mark WHERE name = $0", [name]);
        return await command.ExecuteScalarAsync(cancellation) is long at ? DateTimeOffset.FromUnixTimeSeconds(at) : null;
    }

    private async Task<SqliteConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(source);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    /// <summary>Reads rows of (gift, body), with all rows of a gift together, as gifts.</summary>
    private static async IAsyncEnumerable<LedgerGift> GroupAsync(
        SqliteConnection connection, string sql, object[] values, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = Query(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        string? id = null;
        var facts = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            var next = reader.GetString(0);
            if (id is not null && id != next) yield return Taken(id);
            id = next;
            facts.Add(reader.GetString(1));
        }
        if (id is not null) yield return Taken(id);

        LedgerGift Taken(string gift)
        {
            var taken = LedgerGift.Stored(gift, () => [.. facts.Select(FactText.Read)]);
            facts.Clear();
            return taken;
        }
    }

    private static SqliteCommand Query(SqliteConnection connection, string sql, object[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Review SQL queries for security vulnerabilities: every text is a constant of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i}", values[i]);
        return command;
    }

    private static long Ceiling(DateTimeOffset at) => (at.ToUnixTimeMilliseconds() + 999) / 1000;
}
