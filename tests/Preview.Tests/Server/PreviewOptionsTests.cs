using System.Globalization;
using Advocacy.Generator.Cli;
using Advocacy.Preview.Server;
using Xunit;

namespace Advocacy.Tests.Preview.Server;

public sealed class PreviewOptionsTests
{
    [Theory]
    [InlineData("--port eighty", "--port \"eighty\" is not a port; write a number from 1 to 65535, or 0 for any free one.")]
    [InlineData("--port 70000", "--port \"70000\" is not a port; write a number from 1 to 65535, or 0 for any free one.")]
    [InlineData("--input . --theme . --at soon", "--at \"soon\" is not a date and time; write it as 2026-03-02T09:00.")]
    [InlineData("--input", "--input needs a value.")]
    [InlineData("--input --drafts", "--input needs a value.")]
    [InlineData(
        "--input . --theme . --functions nowhere",
        "there is no functions.dll in \"nowhere\"; make it with dotnet publish functions --output DIR, and name it with --functions DIR.")]
    [InlineData("--draft", "\"--draft\" is not an option; did you mean --drafts?")]
    [InlineData("site", "\"site\" is one word too many.")]
    [InlineData(
        "--input nowhere", "there is no folder \"nowhere\"; run this from the root of the repository, or name the folder with --input.")]
    public void WrongUsageIsOneSentence(string line, string sentence)
    {
        var (options, answer) = PreviewOptions.Parse(line.Split(' '));

        Assert.Null(options);
        Assert.Equal(sentence, Assert.IsType<ParsedCommand.Misuse>(answer).Sentence);
    }

    [Theory]
    [InlineData("--help", "Usage: preview [OPTIONS]\n")]
    [InlineData("--port 8000 -h", "Examples:\n  preview\n")]
    [InlineData("--version", "preview ")]
    public void HelpIsPrinted(string line, string part)
    {
        var (options, answer) = PreviewOptions.Parse(line.Split(' '));

        Assert.Null(options);
        Assert.Contains(part, Assert.IsType<ParsedCommand.Print>(answer).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-01T09:00-05:00", "2026-12-01T14:00:00Z")]
    [InlineData("2026-12-01T09:00Z", "2026-12-01T09:00:00Z")]
    public void AnInstantWithItsOffsetIsParsed(string text, string instant)
    {
        var (options, _) = PreviewOptions.Parse(["--input", ".", "--theme", ".", "--at", text]);

        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), options?.At);
    }
}
