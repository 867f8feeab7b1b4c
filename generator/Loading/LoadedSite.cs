using System.Collections.Immutable;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.Theme;
using Advocacy.Generator.Search;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Loading;

/// <summary>All that was read: content, words and theme.</summary>
internal sealed record LoadedSite
{
    public required Input Input { get; init; }

    /// <summary>Where to report what is wrong with <c>site.yml</c>.</summary>
    public required Problems SettingsProblems { get; init; }

    /// <summary>As <c>site.yml</c> has it, whatever the command line says: links in texts are written with this one.</summary>
    public required string BaseUrl { get; init; }

    public required Attachments Attachments { get; init; }

    public required WordLists Words { get; init; }

    /// <summary>By language.</summary>
    public required ImmutableDictionary<string, SuffixRules> SuffixRules { get; init; }

    public required ThemeFiles Theme { get; init; }
}
