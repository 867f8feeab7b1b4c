using Microsoft.AspNetCore.StaticFiles;

namespace Advocacy.Preview.Server;

public static class ContentTypes
{
    public const string Html = "text/html; charset=utf-8";

    private static readonly (string Extension, string Type)[] _overrides =
    [
        (".html", Html),
        (".css", "text/css; charset=utf-8"),
        (".js", "text/javascript; charset=utf-8"),
        (".txt", "text/plain; charset=utf-8"),
        (".csv", "text/csv; charset=utf-8"),
        (".ics", "text/calendar; charset=utf-8"),
        (".vtt", "text/vtt; charset=utf-8"),
        (".xml", "application/xml"),
        (".xsl", "application/xslt+xml"),
        (".rss", "application/rss+xml"),
        (".zip", "application/zip"),
        (".woff", "font/woff"),
        (".ttf", "font/ttf"),
    ];

    private static readonly FileExtensionContentTypeProvider _provider = WithOverrides();

    /// <param name="configured">By extension with its dot; goes before what is known here.</param>
    public static string Of(string file, IReadOnlyDictionary<string, string> configured)
    {
        ArgumentNullException.ThrowIfNull(configured);
        return configured.TryGetValue(Path.GetExtension(file), out var type) || _provider.TryGetContentType(file, out type)
            ? type
            : "application/octet-stream";
    }

    /// <summary>Texts say that they are in UTF-8. The framework's table has older types for some, and none for others.</summary>
    private static FileExtensionContentTypeProvider WithOverrides()
    {
        var types = new FileExtensionContentTypeProvider();
        foreach (var (extension, type) in _overrides)
            types.Mappings[extension] = type;
        return types;
    }
}
