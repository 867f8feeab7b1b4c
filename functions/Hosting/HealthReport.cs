using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Advocacy.Functions.Configuration;

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
    public string ToPublicJson() => $$"""{"status":"{{Status}}"}""";

    /// <summary>For the operator: all of it, and no secrets.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        // Never part of a page, so that signs need not be escaped for one.
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            json.WriteStartObject();
            json.WriteString("status", Status);
            json.WriteStartArray("problems");
            foreach (var (name, sentence) in Problems)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("problem", sentence);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("ledger", IsWritable ? "writable" : "not writable");
            json.WriteString("reconciled", Text(Reconciled));
            json.WriteStartObject("givingFile");
            json.WriteString("source", File.Source);
            json.WriteString("built", Text(File.Built));
            json.WriteString("checked", Text(File.Checked));
            json.WriteString("problem", File.Problem);
            json.WriteEndObject();
            json.WriteString("giving", Site is null ? "unavailable" : IsOff || Site.Settings.Giving is null ? "off" : "on");
            json.WriteString("mode", IsLive ? "live" : "test");
            json.WriteNumber("campaigns", Site?.Campaigns.Length ?? 0);
            json.WriteString("version", Version);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

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

    private static string? Text(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
