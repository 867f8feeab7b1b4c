using System.Text.Json;
using Advocacy.Content.Settings;

namespace Advocacy.Generator.Loading.Theme;

public static class WebManifest
{
    private static readonly (string Name, string Size, string Type)[] _icons =
    [
        ("icon.svg", "any", "image/svg+xml"), ("icon-192.png", "192x192", "image/png"), ("icon-512.png", "512x512", "image/png"),
    ];

    /// <param name="icons">Addresses by the file's name in the theme.</param>
    public static byte[] Write(SiteSettings site, IReadOnlyDictionary<string, string> icons)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("name", site.Name);
            json.WriteString("lang", site.Languages[0]);
            json.WriteString("start_url", "/");
            json.WriteString("display", "browser");
            json.WriteStartArray("icons");
            foreach (var (name, size, type) in _icons)
            {
                if (!icons.TryGetValue(name, out var url))
                    continue;
                json.WriteStartObject();
                json.WriteString("src", url);
                json.WriteString("sizes", size);
                json.WriteString("type", type);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }
}
