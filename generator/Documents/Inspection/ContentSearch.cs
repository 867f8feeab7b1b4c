using System.Collections.Immutable;
using Advocacy.Generator.Documents.Hidden;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>The result of looking for what a file does not show (a discriminated union).</summary>
internal abstract record ContentSearch
{
    private protected ContentSearch() { }
}

/// <param name="Found">Each once, in the order of the file.</param>
internal sealed record FoundContent(ImmutableArray<HiddenContent> Found) : ContentSearch;

internal sealed record DamagedContent : ContentSearch;

/// <param name="What">To follow the file's name, without a full stop.</param>
/// <param name="Fix">Without a full stop.</param>
internal sealed record Unreadable(string What, string Fix) : ContentSearch;
