using System.Collections.Concurrent;
using System.Text;
using Advocacy.Generator.Incremental;
using Advocacy.Theme.Shared;

namespace Advocacy.Generator.Images;

/// <summary>Draws what a shared link shows in a timeline.</summary>
public static class SocialCardCache
{
    /// <summary>Raised when the drawing changes; the colors and the font count by themselves.</summary>
    private const string Design = "social image 2";
    private static readonly ConcurrentDictionary<(string Path, long Size, DateTime Changed), string> FontHashes = new();

    /// <param name="line">The kind and date.</param>
    /// <param name="rightToLeft">Whether the words run from right to left, and the card is mirrored.</param>
    /// <param name="fontFile">A TrueType font. Where it lacks a letter, the machine's own fonts have it or nobody does.</param>
    /// <param name="cache">A folder, made when needed, safe to delete.</param>
    /// <returns>The path of a PNG of 1200 by 630 pixels in the cache.</returns>
    public static string Draw(string title, string line, string organization, bool rightToLeft, string fontFile, string cache)
    {
        var folder = new CacheFolder(cache);
        string[] parts = [Design, $"{BrandColors.Light}", FontHash(fontFile), rightToLeft ? "rtl" : "ltr", title, line, organization];
        var key = CacheFolder.Hash(Encoding.UTF8.GetBytes(string.Join('\0', parts)));
        if (folder.Lines($"{key}.txt") is not [var hash] || !folder.Holds($"{key}.png", hash))
        {
            var png = SocialCard.Draw(title, line, organization, rightToLeft, fontFile);
            folder.Keep($"{key}.png", png);
            folder.KeepLines($"{key}.txt", [CacheFolder.Hash(png)]);
        }
        return folder.PathOf($"{key}.png");
    }

    // Thousands of pages share one font; it is read again only when the file changed, as in a preview.
    private static string FontHash(string path)
    {
        var file = new FileInfo(path);
        return FontHashes.GetOrAdd((file.FullName, file.Length, file.LastWriteTimeUtc), _ => CacheFolder.Hash(File.ReadAllBytes(path)));
    }
}
