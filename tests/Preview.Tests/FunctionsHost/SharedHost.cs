using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

/// <summary>One emulator and one worker for all tests that change neither.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    public RunningHost Running { get; private set; } = null!;

    public async Task InitializeAsync() => Running = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await Running.DisposeAsync();
}
