using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Advocacy.Functions.Ledger;

/// <summary>
/// A ledger in one SQLite file, for one machine. One writer takes all that wait into one transaction, so that many senders share
/// the price of a durable commit; readers never wait for it.
/// </summary>
public sealed class SqliteLedger : ILedger
{
    private const int LargestBatch = 256;

    private readonly string _path;
    private readonly string _source;
    private readonly Channel<Posting> _queue = Channel.CreateBounded<Posting>(4 * LargestBatch);
    private readonly Task _writing;
    private SqliteWriter? _writer;

    private SqliteLedger(string path)
    {
        _path = path;
        _source = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();
        _writer = OpenWriter();
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Opens the file, makes it with its folder where it is missing, and brings an older one up to date.</summary>
    /// <exception cref="LedgerException">The file cannot be opened for writing; the message says which and why.</exception>
    public static SqliteLedger Open(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new(path);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw Refusal(path, e);
        }
    }

    public async Task<bool> RecordAsync(Fact fact, CancellationToken cancellation)
    {
        var isNew = false;
        await PostAsync(writer => isNew = writer.Post(fact), cancellation);
        return isNew;
    }

    public Task MarkReconciledAsync(DateTimeOffset until, CancellationToken cancellation) =>
        PostAsync(writer => writer.Mark("reconciled", until), cancellation);

    public Task CheckAsync(CancellationToken cancellation) =>
        PostAsync(writer => writer.Mark("checked", DateTimeOffset.UnixEpoch), cancellation);

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

    public async IAsyncEnumerable<LedgerGift> GiftsAsync(DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellation)
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

    public async Task<DateTimeOffset?> ReconciledAsync(CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        await using var command = Query(connection, "SELECT at FROM mark WHERE name = 'reconciled'", []);
        return await command.ExecuteScalarAsync(cancellation) is long at ? DateTimeOffset.FromUnixTimeSeconds(at) : null;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
        _writer?.Dispose();
        using var connection = new SqliteConnection(_source);
        SqliteConnection.ClearPool(connection);
    }

    private async Task PostAsync(Action<SqliteWriter> work, CancellationToken cancellation)
    {
        var posting = new Posting(work);
        await _queue.Writer.WriteAsync(posting, cancellation);
        await posting.Done.Task.WaitAsync(cancellation);
    }

    private async Task WriteAsync()
    {
        var batch = new List<Posting>(LargestBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var posting)) batch.Add(posting);
            Commit(batch);
            batch.Clear();
        }
    }

    private void Commit(List<Posting> batch)
    {
        try
        {
            _writer ??= OpenWriter();
            _writer.Commit(batch.Select(posting => posting.Work));
            foreach (var posting in batch) posting.Done.SetResult();
        }
#pragma warning disable CA1031 // Do not catch general exception types: whoever waits must be told, whatever it was, and the writer lives on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            foreach (var posting in batch) posting.Done.TrySetException(Refusal(_path, e));
            // Whatever state the connection is in, the next batch begins with a new one.
            _writer?.Dispose();
            _writer = null;
        }
    }

    private SqliteWriter OpenWriter()
    {
        var connection = new SqliteConnection(_source + ";Pooling=False");
        try
        {
            connection.Open();
            return new(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private async Task<SqliteConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_source);
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
        var facts = ImmutableArray.CreateBuilder<Fact>();
        while (await reader.ReadAsync(cancellation))
        {
            var next = reader.GetString(0);
            if (id is not null && id != next) yield return new(id, facts.DrainToImmutable());
            id = next;
            facts.Add(FactText.Read(reader.GetString(1)));
        }
        if (id is not null) yield return new(id, facts.DrainToImmutable());
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

    private static LedgerException Refusal(string path, Exception e) => new($"The ledger {path} cannot be written: {e.Message}", e);

    private sealed record Posting(Action<SqliteWriter> Work)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
