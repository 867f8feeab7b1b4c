using Xunit;

namespace Advocacy.Tests.Preview.FunctionsHost;

[Collection(SharedHostGroup.Name)]
public sealed class DisconnectedClient(SharedHost shared)
{
    [Fact]
    public async Task CancelsTheInvocation()
    {
        using var going = new CancellationTokenSource();
        var asking = shared.Running.Client.GetAsync(new Uri("/api/sleep", UriKind.Relative), going.Token);
        await shared.Running.UntilSaidAsync("functions: asleep");

        await going.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await shared.Running.UntilSaidAsync("functions: warning: canceled");
    }
}
