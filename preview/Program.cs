using System.Globalization;
using Advocacy.Generator;
using Advocacy.Generator.Cli;
using Advocacy.Preview.Backend;
using Advocacy.Preview.Server;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

var (options, answer) = PreviewOptions.Parse(args);
if (options is null)
    return await PreviewOptions.Program.AnswerAsync(answer!, Console.Out, Console.Error);

using var lease = OutputLease.Take(options.Output);
if (lease is null)
    return await RefuseAsync($"Another preview uses the folder “{options.Output}”; end it, or name another folder with --output.");

var builds = new IncrementalBuild();
var progress = new ProgressLine(Console.Out, !Console.IsOutputRedirected, TimeProvider.System);
using var site = new LiveSite(BuildAsync, lease.Folder, options.At, TimeProvider.System, Console.Out);
using var watching = new InputWatcher(options.Input, options.Theme, Changed);

var backendOptions = LocalBackendOptions.Read(Environment.GetEnvironmentVariable, lease.Folder, options.Theme, options.Functions);
await using var backend = new LocalBackend(backendOptions, Console.WriteLine);
await using var server = await PreviewServer.StartAsync(site, options.Port, backend);
if (server is null)
    return await RefuseAsync($"Port {options.Port ?? PreviewServer.UsualPort} is taken; choose another with --port.");

Console.WriteLine($"Preview: {server.Address}  (Ctrl-C ends it)");
var running = backend.RunAsync(new Uri(server.Address), site.BuildsAsync(server.Stopping), server.Stopping);
await site.KeepBuiltAsync(server.Stopping);
await running;
await server.StoppedAsync();
return 0;

static async Task<int> RefuseAsync(string text)
{
    await Console.Error.WriteLineAsync(text);
    return 2;
}

void Changed(string? path)
{
    builds.Changed(path);
    site.Changed();
}

// Always a rehearsal: a page that is renamed before anyone outside has seen it has not lost an address.
async Task<BuildResult> BuildAsync(DateTimeOffset at, Action<BuildResult> shown, CancellationToken cancellation)
{
    try
    {
        var build = new BuildOptions(options.Input, options.Theme, lease.Folder, at, options.Drafts, Rehearsal: true)
        {
            Now = TimeProvider.System.GetUtcNow(),
        };
        return await builds.RunAsync(build, cancellation, progress, Shown);
    }
    finally
    {
        progress.End();
    }

    void Shown(BuildResult result)
    {
        progress.End();
        shown(result);
    }
}
