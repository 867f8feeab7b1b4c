namespace Advocacy.Functions.Configuration;

/// <summary>The file that GIVING_FILE names, read again once it has changed.</summary>
public sealed class GivingFromFile : PublishedGiving
{
    private readonly string _path;
    private (DateTime Written, long Size) _seen;

    private GivingFromFile(string path, TimeProvider clock)
        : base($"GIVING_FILE {path}", clock) => _path = path;

    public static async Task<(PublishedGiving? Giving, string? Problem)> OpenAsync(
        string path, TimeProvider clock, CancellationToken cancellation)
    {
        var giving = new GivingFromFile(path, clock);
        await giving.RefreshAsync(cancellation);
        return giving.Current is null ? (null, giving.Status.Problem) : (giving, null);
    }

    public override TimeSpan Interval => TimeSpan.FromSeconds(2);

    /// <returns>The site, or one sentence that says why not.</returns>
    public static (GivingSite? Site, string? Problem) Read(string path) => ReadFile(path) switch
    {
        GivingReading.Read(var site, _, _) => (site, null),
        GivingReading.Failed(var problem) => (null, problem),
        var other => throw new InvalidOperationException($"There is no such reading of a file as {other}."),
    };

    private protected override Task<GivingReading> ReadAsync(CancellationToken cancellation)
    {
        var now = Look(_path);
        // What could not be read stays a problem until the file is another.
        if (now == _seen)
            return Task.FromResult<GivingReading>(
                Status.Problem is { } problem ? new GivingReading.Failed(problem) : new GivingReading.Unchanged());
        _seen = now;
        return Task.FromResult(ReadFile(_path));
    }

    private static GivingReading ReadFile(string path)
    {
        try
        {
            return GivingReading.Parse(File.ReadAllBytes(path), $"GIVING_FILE {path}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new GivingReading.Failed($"GIVING_FILE {path} cannot be read; build the site, and name its giving.json.");
        }
    }

    private static (DateTime, long) Look(string path) =>
        new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : (default, -1);
}
