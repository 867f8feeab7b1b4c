namespace Advocacy.Generator.Publishing;

public static class SiteBuild
{
    public static Task<BuildResult> RunAsync(BuildOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(options);
        return Task.FromResult(new BuildResult([], 0, 0, null));
    }
}
