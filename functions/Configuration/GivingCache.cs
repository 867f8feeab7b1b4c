using Advocacy.Content.GivingData;

namespace Advocacy.Functions.Configuration;

/// <summary>A copy of a site's giving.json on this machine, which a reader finds whole or not at all.</summary>
/// <param name="folders">Where it may be kept, the best first.</param>
public sealed class GivingCache(params IReadOnlyList<string> folders)
{
    /// <summary>Below this user's data, or where that is not there or cannot be written, below the temporary files.</summary>
    /// <param name="site">Scheme and host.</param>
    public static GivingCache For(string site)
    {
        var (uri, data) = (new Uri(site), Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData));
        var name = string.Concat($"{uri.IdnHost}-{uri.Port}".Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'));
        string[] roots = data.Length > 0 ? [data, Path.GetTempPath()] : [Path.GetTempPath()];
        return new([.. roots.Select(root => Path.Combine(root, "advocacy", name))]);
    }

    /// <summary>The copies that are there.</summary>
    public IEnumerable<string> Files() => folders.Where(IsOurs).Select(folder => Path.Combine(folder, GivingFile.Name)).Where(File.Exists);

    /// <returns>Null where it cannot be read, or is longer than any such file.</returns>
    public static byte[]? Read(string file)
    {
        try
        {
            return new FileInfo(file) is { Exists: true, Length: <= GivingFromSite.Largest } ? File.ReadAllBytes(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <returns>Why it could not be written; null where it was.</returns>
    public string? Write(byte[] bytes) => folders.Any(folder => TryWrite(folder, bytes))
        ? null
        : $"giving.json cannot be kept in {string.Join(" or ", folders)}; a start while the site is away will know of no campaign.";

    private static bool TryWrite(string folder, byte[] bytes)
    {
        // Of several processes each has a file of its own until it is whole.
        var (file, draft) = (Path.Combine(folder, GivingFile.Name), Path.Combine(folder, $"{GivingFile.Name}.{Environment.ProcessId}"));
        try
        {
            Directory.CreateDirectory(folder);
            if (!IsOurs(folder))
                return false;
            File.WriteAllBytes(draft, bytes);
            File.Move(draft, file, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Anybody may write below the temporary files, but only the owner of a folder, or root, may say who may write in it.
    private static bool IsOurs(string folder)
    {
        try
        {
            if (!Directory.Exists(folder))
                return false;
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
