using System.Text.Json;
using Advocacy.Content;
using Advocacy.Content.Settings;
using Advocacy.Theme.Layout;

namespace Advocacy.Generator.Outputs;

/// <summary><c>staticwebapp.config.json</c> of Azure Static Web Apps: headers, caching, redirects, the 404.</summary>
public static class HostConfiguration
{
    /// <summary>What the host accepts, in bytes (Azure's documentation of quotas).</summary>
    public const int Largest = 20_000;

    private static readonly OrderedDictionary<string, string> _headers =
        Dictionary([("Cache-Control", "no-cache"), .. BrowserSecurity.Headers]);

    private static readonly string _searchPolicy =
        BrowserSecurity.AllowingFormsTo(BrowserSecurity.ContentSecurityPolicy, SearchEngine.Origin);

    private static readonly OrderedDictionary<string, string> _types = new()
    {
        [".atom"] = "application/atom+xml",
        [".avif"] = "image/avif",
        [".rss"] = "application/rss+xml",
        [".webmanifest"] = "application/manifest+json",
        [".webp"] = "image/webp",
        [".woff2"] = "font/woff2",
    };

    /// <param name="roots">Of the editions. The search page of each may lead to a search engine, without a referrer.</param>
    public static byte[] Write(IEnumerable<Redirect> redirects, IEnumerable<string> roots) => JsonSerializer.SerializeToUtf8Bytes(
        new StaticWebAppConfig(
            "always",
            [
                .. redirects.OrderBy(redirect => redirect.From, StringComparer.Ordinal)
                    .Select(redirect => new RouteRule(redirect.From) { Redirect = redirect.To, StatusCode = 301 }),
                new("/assets/*") { Headers = Dictionary([("Cache-Control", "public, max-age=31536000, immutable")]) },
                .. roots.Select(root => new RouteRule($"{root}{SiteSection.Search}*")
                {
                    Headers = Dictionary([("Content-Security-Policy", _searchPolicy), ("Referrer-Policy", "no-referrer")]),
                }),
            ],
            new() { ["404"] = new("/404.html") },
            _headers,
            _types),
        StaticWebAppJson.Readable.StaticWebAppConfig);

    private static OrderedDictionary<string, string> Dictionary(IEnumerable<(string Name, string Value)> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Name, value.Value)));
}
