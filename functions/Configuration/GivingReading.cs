using System.Text.Json;
using Advocacy.Content.GivingData;

namespace Advocacy.Functions.Configuration;

/// <summary>What came of a look at the site's giving.json.</summary>
public abstract record GivingReading
{
    private GivingReading() { }

    /// <summary>It is the one that is in force.</summary>
    public sealed record Unchanged : GivingReading;

    /// <param name="Source">Address or path.</param>
    /// <param name="CacheProblem">Why it could not be kept on this machine, if so.</param>
    public sealed record Read(GivingSite Site, string Source, string? CacheProblem = null) : GivingReading;

    /// <param name="Problem">One sentence with the remedy.</param>
    public sealed record Failed(string Problem) : GivingReading;

    /// <param name="source">Address or path, as the problem names it.</param>
    public static GivingReading Parse(ReadOnlySpan<byte> utf8, string source)
    {
        try
        {
            var site = new GivingSite(GivingFile.Read(utf8));
            var gaps = site.Gaps();
            return gaps.IsEmpty
                ? new Read(site, source)
                : new Failed($"{source} lacks {string.Join(" and ", gaps)}; build the site again, with the generator of this version.");
        }
        catch (Exception e) when (e is JsonException or TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            return new Failed($"{source} is not the giving.json of a site; build the site again, with the generator of this version.");
        }
    }
}
