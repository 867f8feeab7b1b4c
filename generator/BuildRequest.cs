using Advocacy.Generator.Incremental;
using Advocacy.Generator.Publishing;

namespace Advocacy.Generator;

/// <summary>What is built, and where it goes.</summary>
internal sealed record BuildRequest(BuildOptions Options)
{
    /// <summary>Null where nothing is written, and problems are looked for only.</summary>
    public Func<IOutput>? OpenOutput { get; init; }

    public IBuildCache Cache { get; init; } = NoBuildCache.Instance;

    /// <summary>Called for each page that is done, on many threads at once.</summary>
    public IProgress<BuildProgress>? Progress { get; init; }

    /// <summary>
    /// Called as soon as the pages and all that they show are in the output, before it is known how many files were written; not where
    /// there are problems. A preview shows the pages from here on, and does not wait for the index of the search.
    /// </summary>
    public Action<BuildResult> PagesAreWritten { get; init; } = _ => { };
}
