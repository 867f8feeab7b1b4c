using Advocacy.Functions.Configuration;
using Advocacy.Functions.Ledger;

namespace Advocacy.Functions.Operations;

/// <summary>Whether gifts can be recorded now. For monitors: no secrets, and at most one write to the ledger in five seconds.</summary>
public sealed partial class Health(ILedger ledger, PublishedGiving giving, Settings settings, TimeProvider clock, ILogger<Health> log) : IDisposable
{
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _checking = new(1);
    private long? _checked;
    private bool _writable;

    public async Task<IResult> TellAsync(CancellationToken cancellation)
    {
        var writable = await IsWritableAsync(cancellation);
        var taken = settings.GivingOff || giving.Site.Organisation.Giving is null ? "off" : "on";
        return Results.Text(
            $$"""{"status":"{{(writable ? "ok" : "failing")}}","ledger":"{{(writable ? "writable" : "not writable")}}","giving":"{{taken}}","mode":"{{(settings.Live ? "live" : "test")}}","campaigns":{{giving.Site.Campaigns.Length}}}""",
            "application/json", statusCode: writable ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    public void Dispose() => _checking.Dispose();

    private async Task<bool> IsWritableAsync(CancellationToken cancellation)
    {
        await _checking.WaitAsync(cancellation);
        try
        {
            if (_checked is { } before && clock.GetElapsedTime(before) < _fresh)
                return _writable;
            _writable = await CheckAsync();
            _checked = clock.GetTimestamp();
            return _writable;
        }
        finally
        {
            _checking.Release();
        }
    }

    private async Task<bool> CheckAsync()
    {
        using var waiting = new CancellationTokenSource(_patience);
        try
        {
            await ledger.CheckAsync(waiting.Token);
            return true;
        }
        catch (Exception e) when (e is LedgerException or OperationCanceledException)
        {
            NotWritable(log, e.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The ledger cannot be written: {Reason}")]
    private static partial void NotWritable(ILogger log, string reason);
}
