namespace Advocacy.Functions.Http;

/// <summary>Holds up to <paramref name="perMinute"/> tokens and gains as many each minute. Safe for many threads.</summary>
public sealed class TokenBucket(int perMinute, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private double _tokens = perMinute;
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
            return _tokens >= perMinute;
        }
    }

    private void Refill()
    {
        var now = clock.GetTimestamp();
        _tokens = Math.Min(perMinute, _tokens + clock.GetElapsedTime(_counted, now).TotalMinutes * perMinute);
        _counted = now;
    }
}
