using Advocacy.Content.GivingData;

namespace Advocacy.Functions.Configuration;

/// <summary>The site's <c>giving.json</c> as it is now: in a file that the operator names, or as the site publishes it.</summary>
public abstract class PublishedGiving
{
    private readonly TimeProvider _clock;
    private GivingSite? _current;
    private GivingStatus _status;

    private protected PublishedGiving(string source, TimeProvider clock) =>
        (_clock, _status) = (clock, new(source, Built: null, Checked: null));

    /// <summary>The first look is part of it. A start does not fail because the site is away: webhooks need no site.</summary>
    /// <returns>The giving; or null, and one sentence, where the operator names a file that is not there or no such file.</returns>
    public static async Task<(PublishedGiving? Giving, string? Problem)> OpenAsync(
        AppSettings settings, TimeProvider clock, CancellationToken cancellation)
    {
        if (settings.GivingFile is { } path)
            return await GivingFromFile.OpenAsync(path, clock, cancellation);
        var deployed = Path.Combine(AppContext.BaseDirectory, GivingFile.Name);
        return (await GivingFromSite.OpenAsync(settings.Site, GivingCache.For(settings.Site), deployed, clock, cancellation), null);
    }

    /// <summary>Null where nothing is known of the site yet.</summary>
    public GivingSite? Current => Volatile.Read(ref _current);

    /// <exception cref="SiteUnavailableException">Nothing is known of the site yet.</exception>
    public GivingSite Site => Current ?? throw new SiteUnavailableException();

    public GivingStatus Status => Volatile.Read(ref _status);

    /// <summary>How often to look again.</summary>
    public abstract TimeSpan Interval { get; }

    /// <summary>
    /// Looks again. Whatever goes wrong leaves the one before in force, and is in the status. Not to be called again before it has ended.
    /// </summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        switch (await TryReadAsync(cancellation))
        {
            case GivingReading.Read(var site, var source, var cacheProblem):
                Take(site, new(source, site.File.Built, now, CacheProblem: cacheProblem));
                break;
            case GivingReading.Unchanged:
                Volatile.Write(ref _status, Status with { Checked = now, FailingSince = null, Problem = null });
                break;
            case GivingReading.Failed(var problem):
                Volatile.Write(ref _status, Status with { FailingSince = Status.FailingSince ?? now, Problem = problem });
                break;
        }
    }

    private protected abstract Task<GivingReading> ReadAsync(CancellationToken cancellation);

    private protected void Take(GivingSite site, GivingStatus status)
    {
        Volatile.Write(ref _current, site);
        Volatile.Write(ref _status, status);
    }

    private async Task<GivingReading> TryReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(cancellation);
        }
        // Nothing that a stranger's answer does to the parser may end the looking, or the app.
#pragma warning disable CA1031 // Do not catch general exception types
        catch (Exception e) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return new GivingReading.Failed(
                $"{Status.Source} cannot be read ({e.GetType().Name}); build the site again, with the generator of this version.");
        }
    }
}
