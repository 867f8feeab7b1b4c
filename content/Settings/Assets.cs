using System.Collections.Immutable;

namespace Advocacy.Content.Settings;

/// <summary>Addresses of the theme's files, each with a content hash in its name.</summary>
/// <param name="Fonts">The fonts that the first screen needs.</param>
/// <param name="Scripts">By the name of the file without its ending.</param>
public sealed record Assets(
    string StyleSheet, ImmutableArray<string> Fonts, ImmutableSortedDictionary<string, string> Scripts,
    string Icon, string AppleIcon, string Manifest);
