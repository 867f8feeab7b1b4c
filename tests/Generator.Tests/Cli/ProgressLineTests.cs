using Advocacy.Generator;
using Advocacy.Generator.Cli;
using Xunit;

namespace Advocacy.Tests.Generator.Cli;

public sealed class ProgressLineTests : IDisposable
{
    private readonly StringWriter _said = new() { NewLine = "\n" };
    private readonly Hours _clock = new();

    public void Dispose() => _said.Dispose();

    [Fact]
    public void IsOneLineThatChangesOnATerminalAndIsWipedInTheEnd()
    {
        var line = new ProgressLine(_said, isTerminal: true, _clock);

        After(0.9, line, 100);
        After(0.2, line, 1_200);
        After(0.05, line, 1_250);
        After(0.1, line, 10_000);
        line.End();

        Assert.Equal("\r1,200 of 10,000 pages\r10,000 of 10,000 pages\r                      \r", _said.ToString());
    }

    [Fact]
    public void IsALineNowAndThenWithoutATerminal()
    {
        var line = new ProgressLine(_said, isTerminal: false, _clock);

        After(2.9, line, 100);
        After(0.2, line, 200);
        After(2.9, line, 300);
        After(0.2, line, 400);
        line.End();

        Assert.Equal("200 of 10,000 pages\n400 of 10,000 pages\n", _said.ToString());
    }

    [Fact]
    public void IsNotShownForAShortBuildThatFollowsALongOne()
    {
        var line = new ProgressLine(_said, isTerminal: true, _clock);
        After(1.1, line, 200);
        line.End();

        After(0.9, line, 300);

        Assert.Equal($"\r200 of 10,000 pages\r{new string(' ', 19)}\r", _said.ToString());
    }

    private void After(double seconds, ProgressLine line, int done)
    {
        _clock.Passed += TimeSpan.FromSeconds(seconds);
        line.Report(new BuildProgress(done, 10_000));
    }

    private sealed class Hours : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
