using Advocacy.Generator.Cli;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Cli;

public sealed class Commands : IDisposable
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
    [InlineData("build --inptu", "\"--inptu\" is not an option.")]
    [InlineData("build --output", "--output wants a value.")]
    [InlineData("build --at soon", "--at \"soon\" is not a date and time; write it as 2026-03-02T09:00.")]
    public async Task WrongUsageIsExitCode2(string line, string sentence)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(2, await CommandLine.RunAsync(line.Split(' '), output, errors, TimeProvider.System, CancellationToken.None));
        Assert.Equal("", output.ToString());
        Assert.Equal(sentence, errors.ToString().Split('\n')[0]);
    }

    public void Dispose() => _site.Dispose();

    private async Task<(int Code, string Output, string Errors)> RunAsync(string command, params string[] more)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await CommandLine.RunAsync([command, "--input", _site.Input, "--theme", SiteFolder.Theme, "--output", _site.Output, .. more],
            output, errors, TimeProvider.System, CancellationToken.None);
        return (code, output.ToString(), errors.ToString());
    }
}
