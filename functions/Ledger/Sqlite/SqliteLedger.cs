using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Advocacy.Functions.Ledger.Sqlite;

/// <summary>
/// A ledger in one SQLite file, for one machine. One writer takes all that wait into one transaction, so that many senders share
/// the price of a durable commit; readers never wait for it.
/// </summary>
public sealed class SqliteLedger : ILedger
{
    private const int LargestBatch = 256;

    private readonly Storage _storage;
    private readonly string _source;
    private readonly Channel<Posting> _queue = Channel.CreateBounded<Posting>(4 * LargestBatch);
    private readonly Task _writing;
    private readonly SqliteReader _reader;
    private SqliteWriter? _writer;

    private SqliteLedger(string path)
    {
        _storage = Of(path);
        _source = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();
        _reader = new(_source);
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
        catch (Exception e) when (Of(path).Threw(e))
        {
            throw Of(path).NotWritten(e);
        }
    }

    public async Task<bool> RecordAsync(Fact fact, CancellationToken cancellation)
    {
        var isNew = false;
        await PostAsync(writer => isNew = writer.Post(fact), cancellation);
        return isNew;
    }

    public Task MarkAsync(string name, DateTimeOffset at, CancellationToken cancellation) =>
        PostAsync(writer => writer.Mark(name, at), cancellation);

    public Task CheckAsync(CancellationToken cancellation) => MarkAsync("checked", DateTimeOffset.UnixEpoch, cancellation);

    public Task<LedgerGift?> FindAsync(string gift, CancellationToken cancellation) =>
        _storage.ReadAsync(() => _reader.FindAsync(gift, cancellation));

    public Task<Totals> TotalsAsync(string campaign, string currency, Window? window, CancellationToken cancellation) =>
        _storage.ReadAsync(() => _reader.TotalsAsync(campaign, currency, window, cancellation));

    public IAsyncEnumerable<LedgerGift> GiftsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) =>
        _storage.ReadAllAsync(_reader.GiftsAsync(from, to, cancellation));

    public IAsyncEnumerable<LedgerGift> WaitingAsync(CancellationToken cancellation) =>
        _storage.ReadAllAsync(_reader.WaitingAsync(cancellation));

    public Task<DateTimeOffset?> MarkedAsync(string name, CancellationToken cancellation) =>
        _storage.ReadAsync(() => _reader.MarkAsync(name, cancellation));

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
#pragma warning disable CA1031 // Do not catch general exception types: every caller who waits needs an answer, and the writer lives on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // One gift that is damaged must not keep the others waiting.
            if (e is LedgerException { IsOfOneGift: true } && batch.Count > 1)
            {
                foreach (var posting in batch) Commit([posting]);
                return;
            }
            foreach (var posting in batch) posting.Done.TrySetException(_storage.NotWritten(e));
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

    private static Storage Of(string path) =>
        new(path, e => e is SqliteException or IOException or UnauthorizedAccessException ? e.Message : null);

    private sealed record Posting(Action<SqliteWriter> Work)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
