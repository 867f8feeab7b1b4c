using System.Collections.Immutable;
using System.Text.Json;
using Advocacy.Functions.Configuration;
using Advocacy.Theme.Localization;

namespace Advocacy.Functions.Hosting;

/// <summary>How the donations are at an instant, and what follows from it.</summary>
public sealed record HealthReport
{
    // Reconcile runs each hour: after three it has failed twice, or its timer has stopped.
    private static readonly TimeSpan _reconcilePatience = TimeSpan.FromHours(3);
    private static readonly TimeSpan _givingPatience = TimeSpan.FromMinutes(15);

    public required DateTimeOffset At { get; init; }
    public required bool IsWritable { get; init; }
    /// <summary>When Reconcile last came to its end; null where it never did.</summary>
    public required DateTimeOffset? Reconciled { get; init; }
    /// <summary>Since when its first run has been waited for; null where nothing is known of it.</summary>
    public required DateTimeOffset? Awaited { get; init; }
    public required GivingStatus File { get; init; }
    /// <summary>Null where nothing is known of the site.</summary>
    public required GivingSite? Site { get; init; }
    public required bool IsOff { get; init; }
    public required bool IsLive { get; init; }
    public required string Version { get; init; }

    /// <summary>
    /// <c>down</c> where gifts cannot be recorded: events of Stripe that come now have to come again. <c>degraded</c> where an operator
    /// must look.
    /// </summary>
    public string Status => IsWritable ? Problems.IsEmpty ? "ok" : "degraded" : "down";

    public ImmutableArray<HealthProblem> Problems => [.. Found()];

    /// <summary>For anybody: one word.</summary>
    public string ToPublicJson() => JsonSerializer.Serialize(new HealthResponse(Status), HealthJson.Default.HealthResponse);

    /// <summary>For the operator: all of it, and no secrets.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new HealthDetailsResponse(
            Status,
            Problems,
            Ledger: IsWritable ? "writable" : "not writable",
            Text(Reconciled),
            new(File.Source, Text(File.Built), Text(File.Checked), File.Problem),
            Giving: Site is null ? "unavailable" : IsOff || Site.Settings.Giving is null ? "off" : "on",
            Mode: IsLive ? "live" : "test",
            Site?.Campaigns.Length ?? 0,
            Version),
        HealthJson.Readable.HealthDetailsResponse);

    private IEnumerable<HealthProblem> Found()
    {
        if (!IsWritable)
            yield return new("ledger-not-writable", "The ledger cannot be written, so no gift can be recorded; the log says why.");
        if ((Reconciled ?? Awaited) is { } since && At - since > _reconcilePatience)
            yield return new("reconcile-late", Reconciled is null
                ? $"Reconcile has not run since {Text(since)}, when its first run was first waited for; "
                    + "see whether its timer is there, and what the log says."
                : $"Reconcile last ran at {Text(since)}, and should each hour; "
                    + "see what the log says, and start the app again where its timer has stopped.");
        if (Site is null)
            yield return new("giving-file-missing", $"Nothing is known of the site, so no gift can be taken. {File.Problem}".TrimEnd());
        else if (File.FailingSince is { } failing && At - failing > _givingPatience)
            yield return new(
                "giving-file-not-read",
                $"The site's campaigns are those of {Text(File.Built)}; "
                + $"no newer file could be read since {Text(failing)}. {File.Problem}");
    }

    private static string? Text(DateTimeOffset? at) => at is { } instant ? Dates.Utc(instant) : null;
}
