using System.Collections.Frozen;

namespace Advocacy.Preview.Server;

public static class ContentTypes
{
    public const string Html = "text/html; charset=utf-8";

    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        [".html"] = Html,
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".ics"] = "text/calendar; charset=utf-8",
        [".vtt"] = "text/vtt; charset=utf-8",
        [".json"] = "application/json",
        [".webmanifest"] = "application/manifest+json",
        [".xml"] = "application/xml",
        [".xsl"] = "application/xslt+xml",
        [".atom"] = "application/atom+xml",
        [".rss"] = "application/rss+xml",
        [".pdf"] = "application/pdf",
        [".zip"] = "application/zip",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".svg"] = "image/svg+xml",
        [".avif"] = "image/avif",
        [".webp"] = "image/webp",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".woff"] = "font/woff",
        [".ttf"] = "font/ttf",
        [".mp3"] = "audio/mpeg",
        [".mp4"] = "video/mp4",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="configured">By extension with its dot; goes before what is known here.</param>
    public static string Of(string file, IReadOnlyDictionary<string, string> configured)
    {
        ArgumentNullException.ThrowIfNull(configured);
        var extension = Path.GetExtension(file);
        return configured.TryGetValue(extension, out var type) ? type
            : Known.GetValueOrDefault(extension, "application/octet-stream");
    }
}
