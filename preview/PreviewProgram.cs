using Advocacy.Generator;
using Advocacy.Generator.Cli;
using Advocacy.Preview.Backend;
using Advocacy.Preview.Server;

namespace Advocacy.Preview;

/// <summary>The whole preview: site, functions and Stripe, until Ctrl-C.</summary>
internal sealed class PreviewProgram
{
    private readonly PreviewOptions _options;
    private readonly string _output;
    private readonly IncrementalBuild _builds = new();
    private readonly ProgressLine _progress = new(Console.Out, !Console.IsOutputRedirected, TimeProvider.System);

    private PreviewProgram(PreviewOptions options, string output) => (_options, _output) = (options, output);

    /// <returns>Why it cannot run, in one sentence; null after it has run.</returns>
    public static async Task<string?> RunAsync(PreviewOptions options)
    {
        using var lease = OutputLease.Take(options.Output);
        return lease is null
            ? $"Another preview uses the folder “{options.Output}”; end it, or name another folder with --output."
            : await new PreviewProgram(options, lease.Folder).RunAsync();
    }

    private async Task<string?> RunAsync()
    {
        using var site = new LiveSite(BuildAsync, _output, _options.At, TimeProvider.System, Console.Out);
        using var watching = new InputWatcher(_options.Input, _options.Theme, path =>
        {
            _builds.Changed(path);
            site.Changed();
        });
        var backendOptions = LocalBackendOptions.Read(Environment.GetEnvironmentVariable, _output, _options.Theme, _options.Functions);
        await using var backend = new LocalBackend(backendOptions, Console.WriteLine);
        await using var server = await PreviewServer.StartAsync(site, _options.Port, backend);
        if (server is null)
            return $"Port {_options.Port ?? PreviewServer.UsualPort} is taken; choose another with --port.";

        Console.WriteLine($"Preview: {server.Address}  (Ctrl-C ends it)");
        var running = backend.RunAsync(new Uri(server.Address), site.BuildsAsync(server.Stopping), server.Stopping);
        await site.KeepBuiltAsync(server.Stopping);
        await running;
        await server.StoppedAsync();
        return null;
    }

    // Always a rehearsal: a page that is renamed before anyone outside has seen it has not lost an address.
    private async Task<BuildResult> BuildAsync(DateTimeOffset at, Action<BuildResult> shown, CancellationToken cancellation)
    {
        try
        {
            var build = new BuildOptions(_options.Input, _options.Theme, _output, at, _options.Drafts, Rehearsal: true)
            {
                Now = TimeProvider.System.GetUtcNow(),
            };
            return await _builds.RunAsync(build, cancellation, _progress, Shown);
        }
        finally
        {
            _progress.End();
        }

        void Shown(BuildResult result)
        {
            _progress.End();
            shown(result);
        }
    }
}
