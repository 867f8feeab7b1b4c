using Advocacy.Generator.Incremental;
using Advocacy.Generator.Publishing;

namespace Advocacy.Generator;

/// <summary>
/// Builds a site again and again in one process, each time only what changed. The output is the same as that of a build from nothing.
/// </summary>
public sealed class IncrementalBuild
{
    private readonly Lock _lock = new();
    private BuildCache _cache = new();
    private IncrementalOutput? _output;

    /// <summary>Says that a file below <c>input/</c> may have changed.</summary>
    /// <param name="file">Null where it can be any.</param>
    public void Changed(string? file)
    {
        lock (_lock)
            _cache.FileChanged(file);
    }

    /// <summary>Not to be called again before it has ended.</summary>
    /// <param name="shown">Called as soon as the pages and all that they show are in the output; not where there are problems.</param>
    public async Task<BuildResult> RunAsync(
        BuildOptions options, CancellationToken cancellation, IProgress<BuildProgress>? progress = null, Action<BuildResult>? shown = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var request = new BuildRequest(options)
        {
            OpenOutput = () => _output ??= new IncrementalOutput(options.Output),
            Cache = _cache,
            Progress = progress,
            PagesAreWritten = result => shown?.Invoke(result with { Written = _output!.RemoveOldPages() }),
        };
        try
        {
            return await SiteBuilder.RunAsync(request, cancellation);
        }
        catch
        {
            // It is not known how far the build came, so the next one starts from nothing.
            lock (_lock)
                (_cache, _output) = (new BuildCache(), null);
            throw;
        }
    }
}
