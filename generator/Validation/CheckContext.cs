using Advocacy.Generator.Loading;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Rendering;

namespace Advocacy.Generator.Validation;

/// <summary>All that checks can look at.</summary>
internal sealed class CheckContext(BuildOptions options, LoadedSite site, Problems problems)
{
    private PlannedSite? _plan;
    private RenderedSite? _rendered;

    public BuildOptions Options { get; } = options;

    public LoadedSite Site { get; } = site;

    public Input Input => Site.Input;

    /// <summary>Decides what is public at the instant of the build.</summary>
    public Gate Gate { get; } = new(options.At, options.Drafts);

    /// <summary>For what belongs to no single file: it names the folder of the content.</summary>
    public Problems Problems { get; } = problems;

    public PlannedSite Plan
    {
        get => _plan ?? throw new InvalidOperationException($"A check that uses the plan comes at {nameof(CheckStage.Planned)} or later.");
        set => _plan = value;
    }

    public RenderedSite Rendered
    {
        get => _rendered
            ?? throw new InvalidOperationException($"A check that uses the rendered site comes at {nameof(CheckStage.Rendered)}.");
        set => _rendered = value;
    }
}
