namespace Advocacy.Generator.Incremental;

/// <summary>Builds a site again and again in one process, each time only what changed. The output is the same as that of a build from nothing.</summary>
public sealed class IncrementalBuild
{
    private readonly Lock _lock = new();
    private BuildCache _memory = new();
    private IncrementalOutput? _output;
    private HashSet<string>? _changed;

    /// <summary>Says that a file below <c>input/</c> may have changed.</summary>
    /// <param name="file">Null where it can be any.</param>
    public void Changed(string? file)
    {
        lock (_lock)
        {
            if (file is null)
                _changed = null;
            else
                _changed?.Add(Path.GetFullPath(file));
        }
    }

    /// <summary>Not to be called again before it has ended.</summary>
    /// <param name="shown">Told as soon as the pages and all that they show are in the output; not where there are problems.</param>
    public async Task<BuildResult> RunAsync(BuildOptions options, CancellationToken cancellation, IProgress<BuildProgress>? progress = null, Action<BuildResult>? shown = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        HashSet<string>? changed;
        lock (_lock)
            (changed, _changed) = (_changed, new HashSet<string>(StringComparer.Ordinal));
        _memory.Entries.Begin(changed);
        try
        {
            return await SiteBuilder.RunAsync(options, () => _output ??= new IncrementalOutput(options.Output), _memory, PagesAreThere, progress, cancellation);
        }
        catch
        {
            // Nobody knows how far it came: the next one begins anew.
            (_memory, _output) = (new BuildCache(), null);
            throw;
        }

        void PagesAreThere(BuildResult result) => shown?.Invoke(result with { Written = _output!.Show() });
    }
}
