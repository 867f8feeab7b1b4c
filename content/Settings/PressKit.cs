using System.Collections.Immutable;
using Advocacy.Content.Documents;

namespace Advocacy.Content.Settings;

/// <summary>What a newsroom may print or show of the organization, one by one and in one archive.</summary>
/// <param name="Archive">A ZIP of all files and their credits; null where there are no files.</param>
public sealed record PressKit(ImmutableArray<PressKitFile> Files, Download? Archive)
{
    public static PressKit Empty { get; } = new([], null);
}
