using System.Text.Json;
using Advocacy.Theme.Giving;

namespace Advocacy.Functions.Configuration;

/// <summary>The site's <c>giving.json</c>: read at the start, and again once the file has changed.</summary>
public sealed partial class PublishedGiving
{
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(2);

    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly ILogger<PublishedGiving> _log;
    private readonly Lock _reading = new();
    private GivingSite _site;
    private (DateTime Written, long Size) _seen;
    private long _looked;

    private PublishedGiving(string path, GivingSite site, TimeProvider clock, ILogger<PublishedGiving> log)
    {
        (_path, _site, _clock, _log) = (path, site, clock, log);
        (_seen, _looked) = (Look(path), clock.GetTimestamp());
    }

    /// <returns>The site, or one sentence that says why not.</returns>
    public static (GivingSite? Site, string? Problem) Read(string path)
    {
        try
        {
            var site = new GivingSite(GivingFile.Read(File.ReadAllBytes(path)));
            var gaps = site.Gaps();
            return gaps.IsEmpty
                ? (site, null)
                : (null, $"GIVING_FILE {path} lacks {string.Join(" and ", gaps)}; build the site again, with the generator of this version.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"GIVING_FILE {path} cannot be read; build the site, and name its giving.json.");
        }
        catch (Exception e) when (e is JsonException or TimeZoneNotFoundException)
        {
            return (null, $"GIVING_FILE {path} is not the giving.json of a site; build the site again, with the generator of this version.");
        }
    }

    public static PublishedGiving Follow(string path, GivingSite site, TimeProvider clock, ILogger<PublishedGiving> log) => new(path, site, clock, log);

    /// <summary>As of the last two seconds. A file that cannot be read leaves the one before it in force.</summary>
    public GivingSite Site
    {
        get
        {
            if (_clock.GetElapsedTime(Volatile.Read(ref _looked)) >= _between && _reading.TryEnter())
            {
                try
                {
                    ReadAgain();
                }
                finally
                {
                    _reading.Exit();
                }
            }
            return Volatile.Read(ref _site);
        }
    }

    private void ReadAgain()
    {
        Volatile.Write(ref _looked, _clock.GetTimestamp());
        var now = Look(_path);
        if (now == _seen)
            return;
        _seen = now;
        var (site, problem) = Read(_path);
        if (site is null)
            NotRead(_log, problem!);
        else
            Volatile.Write(ref _site, site);
    }

    private static (DateTime, long) Look(string path) => new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : default;

    [LoggerMessage(Level = LogLevel.Error, Message = "{Problem} The one read before stays in force.")]
    private static partial void NotRead(ILogger log, string problem);
}
