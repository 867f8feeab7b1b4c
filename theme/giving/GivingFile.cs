using System.Collections.Immutable;
using System.Text.Json;
using Advocacy.Theme.Content;
using Advocacy.Theme.Wording;

namespace Advocacy.Theme.Giving;

/// <summary><c>giving.json</c>: what the functions need to know of the site. Public data only.</summary>
public sealed record GivingFile
{
    public const string Name = "giving.json";

    public required Organisation Organisation { get; init; }
    public required Assets Assets { get; init; }
    /// <summary>By language, then by key.</summary>
    public required ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Words { get; init; }
    /// <summary>The campaigns that a gift may be for. The one that the donate page is about comes first; one at least is always open.</summary>
    public required ImmutableArray<Campaign> Campaigns { get; init; }
    /// <summary>The pages whose layout is donate, thanks or manage, in each language.</summary>
    public required ImmutableArray<Page> Pages { get; init; }
    /// <summary>Slugs of the public press releases and petitions: what the form's field <c>from</c> may be.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>In the language asked for, or in the site's own.</summary>
    public Words WordsIn(string language) =>
        Words.TryGetValue(language, out var texts) ? new Words(language, texts) : new Words(Organisation.Languages[0], Words[Organisation.Languages[0]]);

    /// <exception cref="JsonException">The text is not such a file.</exception>
    public static GivingFile Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, GivingJson.Default.GivingFile) ?? throw new JsonException($"{Name} is empty.");

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, GivingJson.Default.GivingFile);
}
