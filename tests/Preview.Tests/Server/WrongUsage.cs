using Advocacy.Preview;
using Xunit;

namespace Advocacy.Tests.Preview.Server;

public sealed class WrongUsage
{
    [Theory]
    [InlineData("--port eighty", "“eighty” is not a port; write a number from 1 to 65535, or 0 for any free one.")]
    [InlineData("--port 70000", "“70000” is not a port; write a number from 1 to 65535, or 0 for any free one.")]
    [InlineData("--input . --theme . --at soon", "“soon” is not a date and time; write it as 2026-03-02T09:00.")]
    [InlineData("--input", "--input needs a value; use: preview [--port N] [--input DIR] [--output DIR] [--theme DIR] [--at INSTANT] [--drafts].")]
    [InlineData("--draft", "“--draft” is not known here; use: preview [--port N] [--input DIR] [--output DIR] [--theme DIR] [--at INSTANT] [--drafts].")]
    [InlineData("--input nowhere", "There is no folder “nowhere”; run this from the root of the repository, or name the folder with --input.")]
    public void IsOneSentence(string line, string sentence)
    {
        var (arguments, misuse) = Arguments.Parse(line.Split(' '));

        Assert.Null(arguments);
        Assert.Equal(sentence, misuse);
    }

    [Theory]
    [InlineData("2026-12-01T09:00-05:00", "2026-12-01T14:00:00Z")]
    [InlineData("2026-12-01T09:00Z", "2026-12-01T09:00:00Z")]
    public void AnInstantWithItsOffsetIsRight(string text, string instant)
    {
        var (arguments, _) = Arguments.Parse(["--input", ".", "--theme", ".", "--at", text]);

        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), arguments?.At);
    }
}
