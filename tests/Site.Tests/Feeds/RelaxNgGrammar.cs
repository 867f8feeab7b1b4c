using System.Diagnostics;
using Advocacy.TestKit;

namespace Advocacy.Tests.Site.Feeds;

/// <summary>A RELAX NG grammar of this folder, held against files by Jing, which the Nu checker has inside.</summary>
public static class RelaxNgGrammar
{
    /// <returns>What Jing says: a line for each mistake, nothing where there is none.</returns>
    public static async Task<string> CheckAsync(string grammar, params IEnumerable<string> files)
    {
        var start = new ProcessStartInfo("java",
        [
            "-cp", Path.Combine(SiteFolder.Repository, "tests/tools/node_modules/vnu-jar/build/dist/vnu.jar"),
            "nu.validator.vendor.thaiopensource.relaxng.util.Driver",
            "-c", Path.Combine(SiteFolder.Repository, "tests/Site.Tests/Feeds", grammar), .. files,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var jing = Process.Start(start)!;
        var errors = jing.StandardError.ReadToEndAsync();
        var said = await jing.StandardOutput.ReadToEndAsync() + await errors;
        await jing.WaitForExitAsync();
        return jing.ExitCode == 0 || said.Length > 0 ? said : $"Jing ended with {jing.ExitCode}.";
    }
}
