using System.Reflection;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Ledger;

namespace Advocacy.Functions.Hosting;

/// <summary>
/// Whether gifts can be taken and recorded now. For monitors: no secrets, and at most one write to the ledger in five seconds.
/// </summary>
public sealed partial class Health(
    ILedger ledger, PublishedGiving giving, AppSettings settings, TimeProvider clock, ILogger<Health> log) : IDisposable
{
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private static readonly string _version =
        typeof(Health).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private readonly SemaphoreSlim _checking = new(1);
    private long? _checked;
    private LedgerState _state = new(IsWritable: false, Reconciled: null, Awaited: null);

    /// <summary>For anybody: one word. 503 where it is <c>down</c>, 200 otherwise.</summary>
    public async Task<IResult> PublicAsync(CancellationToken cancellation)
    {
        var report = await ReportAsync(cancellation);
        return Answer(report, report.ToPublicJson());
    }

    /// <summary>For the operator: everything. The same status as for anybody.</summary>
    public async Task<IResult> DetailsAsync(CancellationToken cancellation)
    {
        var report = await ReportAsync(cancellation);
        return Answer(report, report.ToJson());
    }

    public async Task<HealthReport> ReportAsync(CancellationToken cancellation)
    {
        var state = await StateAsync(cancellation);
        return new()
        {
            At = clock.GetUtcNow(),
            IsWritable = state.IsWritable,
            Reconciled = state.Reconciled,
            Awaited = state.Awaited,
            File = giving.Status,
            Site = giving.Current,
            IsOff = settings.DonationsDisabled,
            IsLive = settings.Live,
            Version = _version,
        };
    }

    public void Dispose() => _checking.Dispose();

    private static IResult Answer(HealthReport report, string json) => Results.Text(
        json, "application/json", statusCode: report.IsWritable ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    private async Task<LedgerState> StateAsync(CancellationToken cancellation)
    {
        await _checking.WaitAsync(cancellation);
        try
        {
            if (_checked is { } before && clock.GetElapsedTime(before) < _fresh)
                return _state;
            _state = await CheckAsync();
            _checked = clock.GetTimestamp();
            return _state;
        }
        finally
        {
            _checking.Release();
        }
    }

    private async Task<LedgerState> CheckAsync()
    {
        using var waiting = new CancellationTokenSource(_patience);
        try
        {
            var reconciled = await ledger.ReconcileRanAsync(waiting.Token);
            var awaited = reconciled is null ? await ledger.ReconcileAwaitedAsync(waiting.Token) : null;
            if (reconciled is null && awaited is null)
            {
                // Kept in the ledger, since an app that ends when nobody comes would count from its last start. Writing it is a check, too.
                awaited = clock.GetUtcNow();
                await ledger.MarkReconcileAwaitedAsync(awaited.Value, waiting.Token);
            }
            else
            {
                await ledger.CheckAsync(waiting.Token);
            }
            return new(IsWritable: true, reconciled, awaited);
        }
        catch (Exception e) when (e is LedgerException or OperationCanceledException)
        {
            NotWritable(log, e.Message);
            return new(IsWritable: false, _state.Reconciled, _state.Awaited);
        }
    }

    /// <param name="Reconciled">When Reconcile last came to its end.</param>
    /// <param name="Awaited">Since when its first run is waited for.</param>
    private sealed record LedgerState(bool IsWritable, DateTimeOffset? Reconciled, DateTimeOffset? Awaited);

    [LoggerMessage(Level = LogLevel.Error, Message = "The ledger cannot be written: {Reason}")]
    private static partial void NotWritable(ILogger log, string reason);
}
