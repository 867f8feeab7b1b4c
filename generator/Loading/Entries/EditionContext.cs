using System.Collections.Immutable;
using Advocacy.Content.Settings;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Loading.Entries;

/// <summary>What a file of content is read with.</summary>
/// <param name="Edition">The edition that the file's address is in.</param>
/// <param name="Editions">All of them: an original may be in any language, and has the topics and contacts of that edition.</param>
public sealed record EditionContext(SiteSettings Edition, ImmutableArray<SiteSettings> Editions, WordLists Words)
{
    /// <summary>Whether <c>site.yml</c> cannot be read, so that nobody knows its topics and contacts.</summary>
    public bool IsUnread { get; init; }
}

/// <summary>The files beside pages, and where to report what is wrong with them.</summary>
public readonly record struct AttachmentSource(Attachments Attachments, Problems Problems);
