using System.Text.Encodings.Web;
using System.Text.Json;
using Advocacy.Content.Settings;
using Advocacy.Theme.Layout;

namespace Advocacy.Generator.Outputs;

/// <summary><c>staticwebapp.config.json</c> of Azure Static Web Apps: headers, caching, redirects, the 404.</summary>
public static class HostConfiguration
{
    /// <summary>What the host accepts, in bytes (Azure's documentation of quotas).</summary>
    public const int Largest = 20_000;

    private static readonly JsonWriterOptions _readable =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Name, string Value)[] _headers = [("Cache-Control", "no-cache"), .. BrowserSecurity.Headers];

    private static readonly string _searchPolicy = BrowserSecurity.AllowingFormsTo(BrowserSecurity.ContentPolicy, SearchEngine.Origin);

    private static readonly (string Extension, string Type)[] _types =
    [
        (".atom", "application/atom+xml"), (".avif", "image/avif"), (".rss", "application/rss+xml"),
        (".webmanifest", "application/manifest+json"), (".webp", "image/webp"), (".woff2", "font/woff2"),
    ];

    /// <param name="roots">Of the editions. The search page of each may lead to a search engine, without a referrer.</param>
    public static byte[] Write(IEnumerable<Redirect> redirects, IEnumerable<string> roots)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, _readable))
        {
            json.WriteStartObject();
            json.WriteString("trailingSlash", "always");
            json.WriteStartArray("routes");
            foreach (var redirect in redirects.OrderBy(r => r.From, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("route", redirect.From);
                json.WriteString("redirect", redirect.To);
                json.WriteNumber("statusCode", 301);
                json.WriteEndObject();
            }
            json.WriteStartObject();
            json.WriteString("route", "/assets/*");
            json.WriteStartObject("headers");
            json.WriteString("Cache-Control", "public, max-age=31536000, immutable");
            json.WriteEndObject();
            json.WriteEndObject();
            foreach (var root in roots)
            {
                json.WriteStartObject();
                json.WriteString("route", $"{root}search/*");
                json.WriteStartObject("headers");
                json.WriteString("Content-Security-Policy", _searchPolicy);
                json.WriteString("Referrer-Policy", "no-referrer");
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartObject("responseOverrides");
            json.WriteStartObject("404");
            json.WriteString("rewrite", "/404.html");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("globalHeaders");
            foreach (var (name, value) in _headers)
                json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteStartObject("mimeTypes");
            foreach (var (extension, type) in _types)
                json.WriteString(extension, type);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }
}
