using System.Collections.Immutable;

namespace Advocacy.Theme.Content;

/// <summary>What a newsroom may print or show of the organisation, one by one and in one archive.</summary>
/// <param name="Archive">A ZIP of all files and their credits; null where there are no files.</param>
public sealed record PressKit(ImmutableArray<KitFile> Files, Download? Archive)
{
    public static PressKit Empty { get; } = new([], null);
}

/// <param name="Credit">Who made it.</param>
/// <param name="License">What others may do with it.</param>
/// <param name="IsPicture">Whether a browser can show it.</param>
public sealed record KitFile(string Title, string Credit, string License, Download File, bool IsPicture);
