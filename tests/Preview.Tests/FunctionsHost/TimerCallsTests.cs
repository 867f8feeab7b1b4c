using Advocacy.Preview.FunctionsHost;
using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

public sealed class TimerCallsTests
{
    [Theory]
    [InlineData("Tick", "Tick was called.")]
    [InlineData("TickBadly", "TickBadly failed: ")]
    public async Task TimerCanBeCalledNow(string name, string said)
    {
        await using var running = await RunningHost.StartInProcessAsync();
        var timer = running.Host.Functions.OfType<TimerFunction>().Single(timer => timer.Name == name);

        Assert.StartsWith(said, await running.Host.CallAsync(timer, CancellationToken.None), StringComparison.Ordinal);
        await running.UntilSaidAsync(name == "Tick" ? "functions: ticked on time" : "No time.");
    }

    [Fact]
    public async Task TimerIsCalledWhenItIsDue()
    {
        var clock = new ShiftedClock();
        await using var running = await RunningHost.StartAsync(options => options with { Time = clock });

        clock.Shift = new DateTimeOffset(2027, 12, 1, 4, 29, 58, TimeSpan.Zero) - DateTimeOffset.UtcNow;

        await running.UntilSaidAsync("Tick was called.");

        Assert.DoesNotContain(running.Terminal, line => line.StartsWith("TickBadly", StringComparison.Ordinal));
    }

    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }
}
