using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Advocacy.Content;
using Advocacy.Content.Settings;

namespace Advocacy.Generator.Loading.Theme;

/// <summary>What a phone needs that puts the site on its home screen.</summary>
/// <remarks>https://www.w3.org/TR/appmanifest/</remarks>
internal sealed record WebManifest(
    string Name,
    string Lang,
    [property: JsonPropertyName("start_url")] string StartUrl,
    string Display,
    ImmutableArray<ManifestIcon> Icons)
{
    private static readonly (string Name, string Sizes, string Type)[] _icons =
    [
        ("icon.svg", "any", "image/svg+xml"), ("icon-192.png", "192x192", "image/png"), ("icon-512.png", "512x512", "image/png"),
    ];

    /// <param name="icons">Addresses by the file's name in the theme.</param>
    public static byte[] Write(SiteSettings site, IReadOnlyDictionary<string, string> icons) => JsonSerializer.SerializeToUtf8Bytes(
        new WebManifest(
            site.Name,
            site.Languages[0],
            EditionRoot.Default,
            "browser",
            [
                .. _icons.Where(icon => icons.ContainsKey(icon.Name))
                    .Select(icon => new ManifestIcon(icons[icon.Name], icon.Sizes, icon.Type)),
            ]),
        WebManifestJson.Default.WebManifest);
}

internal sealed record ManifestIcon(string Src, string Sizes, string Type);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WebManifest))]
internal sealed partial class WebManifestJson : JsonSerializerContext;
