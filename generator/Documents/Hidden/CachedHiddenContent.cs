using System.Collections.Immutable;
using Advocacy.Content;

namespace Advocacy.Generator.Documents.Hidden;

/// <summary>What was found in a file, as one line of the cache.</summary>
internal static class CachedHiddenContent
{
    private const char Separator = '\t';
    private const int Fields = 4;

    public static string Write(EquatableArray<HiddenContent> found) => string.Join(
        Separator,
        found.SelectMany(content => new[] { content.Refused ? "refused" : "warned", content.Place, content.What, content.Fix }));

    public static ImmutableArray<HiddenContent> Read(string line) => line.Length == 0 ? [] :
    [
        .. line.Split(Separator).Chunk(Fields).Select(parts => new HiddenContent(parts[0] == "refused", parts[1], parts[2], parts[3])),
    ];
}
