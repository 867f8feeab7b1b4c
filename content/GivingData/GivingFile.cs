using System.Collections.Immutable;
using System.Text.Json;
using Advocacy.Content.Campaigns;
using Advocacy.Content.Settings;

namespace Advocacy.Content.GivingData;

/// <summary><c>giving.json</c>: what the functions need to know of the site. Public data only.</summary>
public sealed record GivingFile
{
    public const string Name = "giving.json";

    /// <summary>The instant that the site was built for, in UTC. Of two files of a site the later one stands.</summary>
    public required DateTimeOffset Built { get; init; }
    /// <summary>The site's own language first. At least one.</summary>
    public required ImmutableArray<GivingEdition> Editions { get; init; }
    public required Assets Assets { get; init; }
    /// <summary>By language, then by key.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words { get; init; }
    /// <summary>The public press releases and petitions: what the form's field <c>from</c> may be.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>Scheme and host of the site, without a trailing slash.</summary>
    public string BaseUrl => Editions[0].Settings.BaseUrl;

    /// <summary>In the language asked for, or in the site's own.</summary>
    public GivingEdition In(string language) => Editions.FirstOrDefault(e => e.Language == language) ?? Editions[0];

    /// <exception cref="JsonException">The text is not such a file.</exception>
    public static GivingFile Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, GivingJson.Default.GivingFile) is { Editions.IsDefaultOrEmpty: false } file
            ? file
            : throw new JsonException($"{Name} is empty.");

    /// <summary>A campaign as the file has it.</summary>
    public static string Write(Campaign campaign) => JsonSerializer.Serialize(campaign, GivingJson.Default.Campaign);

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, GivingJson.Default.GivingFile);
}
