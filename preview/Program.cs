using System.Globalization;
using Advocacy.Generator;
using Advocacy.Generator.Cli;
using Advocacy.Generator.Incremental;
using Advocacy.Preview;
using Advocacy.Preview.Server;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

var (arguments, misuse) = Arguments.Parse(args);
if (arguments is null)
{
    await Console.Error.WriteLineAsync(misuse);
    return 2;
}

using var own = OutputLease.Take(arguments.Output);
if (own is null)
{
    await Console.Error.WriteLineAsync($"Another preview uses the folder “{arguments.Output}”; end it, or name another folder with --output.");
    return 2;
}

var builds = new IncrementalBuild();
var progress = new ProgressLine(Console.Out, !Console.IsOutputRedirected, TimeProvider.System);
using var site = new LiveSite(BuildAsync, own.Folder, arguments.At, TimeProvider.System, Console.Out);
using var watching = new InputWatcher(arguments.Input, arguments.Theme, Changed);

await using var cloud = new LocalBackend(LocalBackendOptions.Read(Environment.GetEnvironmentVariable, own.Folder, arguments.Theme), Console.WriteLine);
await using var server = await PreviewServer.StartAsync(site, arguments.Port, cloud);
if (server is null)
{
    await Console.Error.WriteLineAsync($"Port {arguments.Port ?? PreviewServer.UsualPort} is taken; choose another with --port.");
    return 2;
}

Console.WriteLine($"Preview: {server.Address}  (Ctrl-C ends it)");
var giving = cloud.RunAsync(new Uri(server.Address), site, server.Stopping);
await site.KeepBuiltAsync(server.Stopping);
await giving;
await server.StoppedAsync();
return 0;

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
        return await builds.RunAsync(
            new BuildOptions(arguments.Input, arguments.Theme, own.Folder, at, arguments.Drafts, Rehearsal: true) { Now = TimeProvider.System.GetUtcNow() }, cancellation, progress, Shown);
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
