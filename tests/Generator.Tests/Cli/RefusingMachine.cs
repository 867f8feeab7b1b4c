using System.Diagnostics;
using System.Runtime.Versioning;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Cli;

/// <summary>A disk, a right or a runtime that is not as it should be: one sentence, a documented exit code, the output as it was.</summary>
public sealed class RefusingMachine : IDisposable
{
    /// <summary>Builds into a small disk, fills it, and builds again. Arguments: the disk's folder, the generator, input, theme.</summary>
    private const string FillsTheDisk = """
        mount -t tmpfs -o size=30m tmpfs "$1" || exit 99
        build() { dotnet "$2" build --at 2026-06-01 --input "$3" --theme "$4" --output "$1/output"; }
        files() { (cd "$1/output" && find . -type f -exec sha256sum {} + | sort); }
        build "$@" > /dev/null || exit 98
        before=$(files "$1")
        head -c 100m /dev/zero > "$1/filler" 2> /dev/null
        echo "A new line." >> "$3/press-releases/ferry/index.md"
        build "$@"; code=$?
        [ "$before" = "$(files "$1")" ] || echo "The output has changed." >&2
        exit $code
        """;

    private const string HasAReadOnlyDisk = """
        mount -t tmpfs -o ro tmpfs "$1" || exit 99
        dotnet "$2" build --input "$3" --theme "$4" --output "$1/output"
        """;

    private readonly SiteFolder _site = new();
    private readonly DirectoryInfo _disk = Directory.CreateTempSubdirectory("disk-");

    private string Below(string path) => Path.Combine(_disk.FullName, path);

    [FactWithDisks]
    public async Task FullDiskKeepsTheOutputAsItWas()
    {
        var (code, errors) = await RunAsync("unshare", "-Urm", "sh", "-c", FillsTheDisk, "sh",
            _disk.FullName, BuiltProgram.Generator, _site.Input, SiteFolder.Theme);

        Assert.Equal(1, code);
        Assert.Matches($"""
            {_disk.FullName}/[^\n]+:1: the disk is full; free some space, or name a folder on another disk\.
            1 problem; the output is as it was\.
            $
            """, errors);
    }

    [FactWithDisks]
    public async Task ReadOnlyDiskIsSaid()
    {
        var (code, errors) = await RunAsync("unshare", "-Urm", "sh", "-c", HasAReadOnlyDisk, "sh",
            _disk.FullName, BuiltProgram.Generator, _site.Input, SiteFolder.Theme);

        Assert.Equal(1, code);
        Assert.Equal($"""
            {Below(".cache")}:1: the disk can only be read; name a folder on a disk that can be written.
            1 problem; the output is as it was.

            """, errors);
    }

    [Theory]
    [InlineData("file", "this is a file, and not a folder; name a folder with --output.")]
    [InlineData("file/output", "this is a file, and not a folder; name another folder.")]
    public async Task OutputThatIsAFileIsSaid(string output, string sentence)
    {
        await File.WriteAllTextAsync(Below("file"), "Not to be lost.");

        var (code, errors) = await BuildAsync(Below(output));

        Assert.Equal(1, code);
        Assert.Equal($"{Below("file")}:1: {sentence}\n1 problem; the output is as it was.\n", errors);
        Assert.Equal("Not to be lost.", await File.ReadAllTextAsync(Below("file")));
    }

    [FactForUsers]
    [UnsupportedOSPlatform("windows")]
    public async Task FilesThatThisUserMayNotReadAreSaidEach()
    {
        File.SetUnixFileMode(_site.PathOf(SiteFolder.Release), UnixFileMode.None);
        File.SetUnixFileMode(_site.PathOf("404.md"), UnixFileMode.None);

        var (code, errors) = await BuildAsync(_site.Output);

        const string sentence = "this user may not read the file; give the right to it (chmod, chown), or run the command as its owner.";
        Assert.Equal(1, code);
        Assert.Equal($"""
            {_site.PathOf("404.md")}:1: {sentence}
            {_site.PathOf(SiteFolder.Release)}:1: {sentence}
            2 problems; the output is as it was.

            """, errors);
    }

    [Fact]
    public async Task RuntimeWithoutIcuIsExitCode2()
    {
        var (code, errors) = await RunAsync("env", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1", "dotnet", BuiltProgram.Generator, "check");

        Assert.Equal(2, code);
        Assert.StartsWith("The .NET runtime works without ICU", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    public void Dispose()
    {
        _site.Dispose();
        _disk.Delete(recursive: true);
    }

    private Task<(int Code, string Errors)> BuildAsync(string output) => RunAsync(
        "dotnet", BuiltProgram.Generator, "build", "--input", _site.Input, "--theme", SiteFolder.Theme, "--output", output);

    private static async Task<(int Code, string Errors)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, errors);
    }

    /// <summary>Needs disks of its own, which Linux gives without rights to whom it lets have a user namespace.</summary>
    private sealed class FactWithDisksAttribute : FactAttribute
    {
        private static readonly Lazy<bool> _canMount = new(() =>
        {
            try
            {
                using var process = Process.Start("unshare", ["-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]);
                process.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        });

        public FactWithDisksAttribute() =>
            Skip = _canMount.Value ? null : "unshare -Urm is not allowed here, which makes a disk for the test";
    }

    private sealed class FactForUsersAttribute : FactAttribute
    {
        public FactForUsersAttribute() => Skip = Environment.IsPrivilegedProcess ? "root may read every file" : null;
    }
}
