namespace Advocacy.Preview.FunctionsHost;

internal static class Until
{
    /// <returns>Once the token is cancelled; it does not throw then.</returns>
    public static Task CancelledAsync(CancellationToken token) =>
        Task.WhenAny(Task.Delay(Timeout.Infinite, token));
}
