using Advocacy.Generator.Cli;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly SiteFolder _site = new();

    [Fact]
    public async Task ProblemsAreExitCode1AndLeaveTheOutput()
    {
        Assert.Equal(0, (await RunAsync("build", "--at", "2026-06-01")).Code);
        var before = _site.OutputFiles();
        _site.AddText(SiteFolder.Release, "\n# Title\n");

        var (code, output, errors) = await RunAsync("build", "--at", "2026-06-01");

        Assert.Equal(1, code);
        Assert.Equal("", output);
        Assert.Equal($"""
            {_site.Input}/press-releases/ferry/index.md:10: the title is the only heading of the first level; begin this one with ##.
            1 problem; the output is as it was.

            """, errors);
        Assert.Equal(before, _site.OutputFiles());
    }

    [Fact]
    public async Task CheckWritesNothing()
    {
        var (code, output, errors) = await RunAsync("check", "--at", "2026-06-01");

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal("11 pages, no problems.\n", output);
        Assert.False(Directory.Exists(_site.Output));
    }

    [Theory]
    [InlineData("publish", "\"publish\" is not a command.")]
    [InlineData("biuld", "\"biuld\" is not a command; did you mean build?")]
    [InlineData("build --inptu", "\"--inptu\" is not an option; did you mean --input?")]
    [InlineData("build --verbose", "\"--verbose\" is not an option.")]
    [InlineData("build --output", "--output needs a value.")]
    [InlineData("build --output --drafts", "--output needs a value.")]
    [InlineData("build --drafts=yes", "--drafts takes no value.")]
    [InlineData("build site", "\"site\" is one word too many.")]
    [InlineData("build --at soon", "--at \"soon\" is not a date and time; write it as 2026-03-02T09:00.")]
    public async Task WrongUsageIsExitCode2(string line, string sentence)
    {
        var (code, output, errors) = await RunLineAsync(line);

        Assert.Equal((2, ""), (code, output));
        Assert.Equal(sentence, errors.Split('\n')[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task HelpListsTheCommands(string line)
    {
        var (code, output, errors) = await RunLineAsync(line);

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal("""
            Builds the site from its content and its theme.

            Usage: generator COMMAND [OPTIONS]

            Commands:
              build   Builds the site.
              check   Finds all problems as build would, and writes nothing.
              status  Says what is live, embargoed, draft, translated, and what documents lack.
              new     Begins a press release, petition, campaign or document, as a draft.

            Options:
              --help     this help; generator COMMAND --help has examples
              --version  which version this is

            Exit codes: 0 done; 1 problems in the content, or a disk, right or memory that is missing; 2 wrong usage.

            """, output);
    }

    [Theory]
    [InlineData("new --help")]
    [InlineData("new press-release -h")]
    [InlineData("help new")]
    public async Task HelpOfACommandHasExamples(string line)
    {
        var (code, output, _) = await RunLineAsync(line);

        Assert.Equal(0, code);
        Assert.Equal("""
            Begins a press release, petition, campaign or document, as a draft.

            Usage: generator new KIND "TITLE" [OPTIONS]

            Options:
              --input DIR  the folder of the content; input if it is not named
              --in PAGE    what a document belongs to: petitions/NAME or press-releases/NAME
              --help       this help

            Examples:
              generator new press-release "The ferry runs again"
              generator new petition "A ferry for the islands"
              generator new campaign "Spring 2026"
              generator new document "The answer" --in petitions/ferry

            Exit codes: 0 done; 1 problems in the content, or a disk, right or memory that is missing; 2 wrong usage.

            """, output);
    }

    [Fact]
    public async Task VersionIsOneLine()
    {
        var (code, output, _) = await RunLineAsync("--version");

        Assert.Equal(0, code);
        Assert.Matches(@"\Agenerator \d+\.\d+\.\d+\S*\n\z", output);
    }

    [Fact]
    public async Task WrongUsageSaysWhereToReadMore()
    {
        Assert.EndsWith("\n\nSee: generator build --help\n", (await RunLineAsync("build --inptu")).Errors, StringComparison.Ordinal);
        Assert.EndsWith("\n\nSee: generator --help\n", (await RunLineAsync("biuld")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ValuesMayFollowAnEqualsSign()
    {
        var folders = $"--input={_site.Input} --theme={SiteFolder.Theme} --output={_site.Output}";
        var (code, output, _) = await RunLineAsync($"check --at=2026-06-01 {folders}");

        Assert.Equal((0, "11 pages, no problems.\n"), (code, output));
    }

    public void Dispose() => _site.Dispose();

    private static Task<(int Code, string Output, string Errors)> RunLineAsync(string line) =>
        RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private Task<(int Code, string Output, string Errors)> RunAsync(string command, params string[] more) =>
        RunAsync([command, "--input", _site.Input, "--theme", SiteFolder.Theme, "--output", _site.Output, .. more]);

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await CommandLine.RunAsync(args, output, errors, TimeProvider.System, CancellationToken.None);
        return (code, output.ToString(), errors.ToString());
    }
}
