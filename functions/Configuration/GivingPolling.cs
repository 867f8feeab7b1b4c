namespace Advocacy.Functions.Configuration;

/// <summary>Keeps what is known of the site up to date, and logs what it fails of once, however often it does.</summary>
public sealed partial class GivingPolling(PublishedGiving giving, TimeProvider clock, ILogger<GivingPolling> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var known = Report(null, giving.Status);
        using var timer = new PeriodicTimer(giving.Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            // Throws nothing but that the app ends.
            await giving.RefreshAsync(stoppingToken);
            known = Report(known, giving.Status);
        }
    }

    private GivingStatus Report(GivingStatus? before, GivingStatus now)
    {
        if (now.Problem is { } problem && problem != before?.Problem)
            NotRead(problem, now.Built is null ? "Nothing is known of the site." : "The one read before stays in force.");
        if (now.CacheProblem is { } cacheProblem && cacheProblem != before?.CacheProblem)
            NotKept(cacheProblem);
        if (now.Problem is null && (before is null || before.Problem is not null || before.Built != now.Built))
            InForce(now.Source, now.Built);
        return now;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Problem} {Consequence}")]
    private partial void NotRead(string problem, string consequence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    private partial void NotKept(string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source} is in force, built at {Built}")]
    private partial void InForce(string source, DateTimeOffset? built);
}
