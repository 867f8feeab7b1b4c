namespace Advocacy.Preview.Server;

/// <summary>The only door to the files of the site: no path leads out of the folder.</summary>
public sealed class OutputFiles(string folder)
{
    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    public bool Has(string path) => Find(path) is not null;

    /// <param name="path">Decoded, beginning with a slash.</param>
    /// <returns>Null where there is no such file.</returns>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellation)
    {
        if (Find(path) is not { } file)
            return null;
        try
        {
            return await File.ReadAllBytesAsync(file, cancellation);
        }
        // A build that has begun meanwhile may have taken the file away.
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private string? Find(string path)
    {
        if (!path.StartsWith('/') || path.AsSpan().ContainsAny('\\', ':', '\0'))
            return null;

        var found = root;
        foreach (var segment in path[1..].Split('/'))
        {
            if (segment is "" or "." or ".." || segment.Contains("%2f", StringComparison.OrdinalIgnoreCase))
                return null;
            found = Path.Join(found, segment);
            // A link could lead anywhere. The generator makes none.
            if (new FileInfo(found).LinkTarget is not null)
                return null;
        }
        return File.Exists(found) ? found : null;
    }
}
