namespace Advocacy.Functions.Http;

/// <summary>
/// Gains <paramref name="perMinute"/> tokens a minute and holds at most <paramref name="burst"/> of them, or those of a minute where that
/// is fewer. Starts full. Safe for many threads.
/// </summary>
public sealed class TokenBucket(int perMinute, int burst, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly double _most = Math.Min(perMinute, burst);
    private double _tokens = Math.Min(perMinute, burst);
    private long _counted = clock.GetTimestamp();

    /// <returns>Null when a token was taken; otherwise how long until there is one.</returns>
    public TimeSpan? Take()
    {
        lock (_lock)
        {
            Refill();
            if (_tokens < 1)
                return TimeSpan.FromMinutes((1 - _tokens) / perMinute);
            _tokens--;
            return null;
        }
    }

    public bool IsFull()
    {
        lock (_lock)
        {
            Refill();
            return _tokens >= _most;
        }
    }

    private void Refill()
    {
        var now = clock.GetTimestamp();
        _tokens = Math.Min(_most, _tokens + clock.GetElapsedTime(_counted, now).TotalMinutes * perMinute);
        _counted = now;
    }
}
