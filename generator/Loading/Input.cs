using System.Collections.Frozen;
using System.Collections.Immutable;
using Advocacy.Content.Campaigns;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.Settings;

namespace Advocacy.Generator.Loading;

/// <summary>All of <c>input/</c> as records.</summary>
/// <param name="Editions">In the site's own language, then in each language that has a <c>site.LANGUAGE.yml</c>.</param>
/// <param name="Entries">In the order of their addresses.</param>
/// <param name="Redirects">Those of <c>site.yml</c>.</param>
/// <param name="Links">Those of <c>site.yml</c> and of campaigns, which stand on no page of their own.</param>
public sealed record Input(
    ImmutableArray<SiteSettings> Editions,
    ImmutableArray<Entry> Entries,
    ImmutableArray<Campaign> Campaigns,
    ImmutableArray<Located<Redirect>> Redirects,
    ImmutableArray<Mention> Links)
{
    /// <summary>The campaigns, in no order, where each says when it is announced.</summary>
    public ImmutableArray<Located<Campaign>> Announcements { get; init; } = [];

    /// <summary>The full paths of files in which the staff wrote out what a document says.</summary>
    public ImmutableArray<Located<string>> TranscriptFiles { get; init; } = [];

    /// <summary>What the documents say that lie beside their pages.</summary>
    public ImmutableArray<DocumentTranscript> Transcripts { get; init; } = [];

    /// <summary>
    /// The addresses of files that cannot be read: a link to one of them is not wrong. Empty text for a file that has no address.
    /// </summary>
    public FrozenSet<string> Unread { get; init; } = [];

    /// <summary>Whether every file of content could be read. If not, a page that is missing may only be unreadable.</summary>
    public bool IsWhole => Unread.Count == 0;

    /// <summary>In the site's own language.</summary>
    public SiteSettings Settings => Editions[0];

    /// <summary>Reads <c>site.yml</c> alone.</summary>
    /// <returns>Null where it cannot be read; problems of single fields are not reported.</returns>
    public static SiteSettings? Site(string folder) => SettingsFiles.Read(folder, new Problems(folder, []))?.Editions[0];

    /// <summary>A file's path as problems name it.</summary>
    public static string Shown(string folder, string file) => Path.Combine(folder, Path.GetRelativePath(folder, file)).Replace('\\', '/');
}
