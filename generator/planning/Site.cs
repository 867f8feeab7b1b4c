using System.Collections.Immutable;
using Advocacy.Theme.Content;
using Advocacy.Theme.Wording;

namespace Advocacy.Generator.Planning;

/// <summary>All that is public at an instant, and nothing that is not, in one edition: as the readers of one language find it.</summary>
public sealed record Site
{
    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }
    public required Organisation Organisation { get; init; }
    public required ImmutableArray<Page> Pages { get; init; }
    /// <summary>Newest first.</summary>
    public required ImmutableArray<PressRelease> Releases { get; init; }
    /// <summary>The latest filed first.</summary>
    public required ImmutableArray<Petition> Petitions { get; init; }
    public required Campaign? Banner { get; init; }
    public required WordLists Words { get; init; }
    /// <summary>The instant that the site is shown at.</summary>
    public required DateTimeOffset At { get; init; }
    public required bool Rehearsal { get; init; }
}
