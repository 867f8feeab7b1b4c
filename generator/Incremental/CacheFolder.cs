using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;

namespace Advocacy.Generator.Incremental;

/// <summary>
/// Keeps results that are slow to compute, under names that are hashes of what they were computed from. Safe to delete at any time.
/// </summary>
/// <param name="path">Created when something is first kept.</param>
internal sealed class CacheFolder(string path)
{
    /// <summary>32 lower-case hexadecimal digits; not a cryptographic hash, which on Linux would load OpenSSL in every build.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(XxHash128.Hash(bytes));

    public string PathOf(string name) => Path.Combine(path, name);

    /// <returns>Null where nothing was kept, or where it is not what was kept.</returns>
    public ImmutableArray<string>? Lines(string name)
    {
        if (Read(name) is not { } bytes)
            return null;

        var text = Encoding.UTF8.GetString(bytes);
        var end = text.LastIndexOf('\n');
        return end >= 0 && text[(end + 1)..] == Hash(Encoding.UTF8.GetBytes(text[..end])) ? [.. text[..end].Split('\n')] : null;
    }

    /// <summary>Keeps lines, and after them the hash by which damage shows.</summary>
    public void KeepLines(string name, IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines);
        Keep(name, Encoding.UTF8.GetBytes($"{text}\n{Hash(Encoding.UTF8.GetBytes(text))}"));
    }

    public bool Holds(string name, string hash) => Read(name) is { } bytes && Hash(bytes) == hash;

    /// <summary>Written aside and moved in, so that no one ever reads a half.</summary>
    public void Keep(string name, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(path);
        var aside = PathOf($"{Guid.NewGuid():N}.part");
        try
        {
            File.WriteAllBytes(aside, bytes);
            File.Move(aside, PathOf(name), overwrite: true);
        }
        catch
        {
            // On a full disk the half of a file would keep its room.
            File.Delete(aside);
            throw;
        }
    }

    private byte[]? Read(string name)
    {
        try
        {
            return File.ReadAllBytes(PathOf(name));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
