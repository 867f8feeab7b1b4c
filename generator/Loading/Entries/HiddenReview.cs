using Advocacy.Generator.Documents;
using Advocacy.Generator.Loading.FrontMatter;

namespace Advocacy.Generator.Loading.Entries;

/// <summary>Somebody has looked at what is hidden in a document, and answers for it. It holds for the file that was looked at.</summary>
/// <param name="Sha256">At least its first <see cref="ShortestHash"/> digits, in lower case.</param>
public sealed record HiddenReview(string By, DateOnly On, string Sha256)
{
    public const int ShortestHash = 12;

    public bool Accepts(DocumentFacts facts) => facts.Sha256.StartsWith(Sha256, StringComparison.Ordinal);

    /// <summary>All of the site, by the full path of the file.</summary>
    public static ILookup<string, HiddenReview> ByFile(Input input) => input.Entries.SelectMany(e => e.Documents)
        .Where(d => d.Review is not null).ToLookup(d => d.File, d => d.Review!, StringComparer.Ordinal);

    /// <summary>The lines of front matter that accept a file.</summary>
    public static string Lines(DocumentFacts facts, DateOnly today) => $"""
        Hidden: reviewed
        ReviewedBy: the name of who looked at it
        ReviewedOn: {today:yyyy-MM-dd}
        ReviewedSha256: {facts.Sha256[..ShortestHash]}
        """;

    /// <returns>Null where the document has none, or one that says too little.</returns>
    internal static HiddenReview? Read(Fields f)
    {
        var (state, by, hash) = (f.TextOrNull("Hidden"), f.TextOrNull("ReviewedBy"), f.TextOrNull("ReviewedSha256")?.ToLowerInvariant());
        DateOnly? on = f.Has("ReviewedOn") ? f.Date("ReviewedOn") : null;
        if (state is null && by is null && hash is null && on is null)
            return null;
        var line = f.LineOf("Hidden");
        if (state is not null && !state.Equals("reviewed", StringComparison.OrdinalIgnoreCase))
            f.Problems.Add(line, $"Hidden \"{state}\" is not \"reviewed\"", "write Hidden: reviewed, or take the line out");
        else if (state is null || by is null || hash is null || on is null)
            f.Problems.Add(
                line,
                "Hidden, ReviewedBy, ReviewedOn and ReviewedSha256 belong together, and one is missing",
                "write all four as \"generator check --document FILE\" prints them");
        else if (hash.Length < ShortestHash || !hash.All(char.IsAsciiHexDigitLower))
            f.Problems.Add(
                f.LineOf("ReviewedSha256"),
                $"ReviewedSha256 \"{hash}\" is not the beginning of a SHA-256 sum",
                $"write at least {ShortestHash} digits of what \"generator check --document FILE\" prints");
        else
            return new HiddenReview(by, on.Value, hash);
        return null;
    }
}
