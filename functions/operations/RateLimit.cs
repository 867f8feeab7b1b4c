using System.Collections.Concurrent;
using System.Net;

namespace Advocacy.Functions.Operations;

/// <summary>A bucket for each address and one for all of them together, in this process.</summary>
public class RateLimit(int perAddress, int inAll, TimeProvider clock)
{
    // An attacker with many addresses fills the memory no further than this; the bucket for all still holds.
    private const int MostAddresses = 10_000;

    private readonly ConcurrentDictionary<UInt128, TokenBucket> _addresses = new();
    private readonly TokenBucket _all = new(inAll, clock);
    private readonly AddressDigest _digest = new(clock);

    /// <returns>Null when the request may go on; otherwise how long it should wait.</returns>
    public TimeSpan? Take(IPAddress address) => BucketOf(address)?.Take() ?? _all.Take();

    private TokenBucket? BucketOf(IPAddress address)
    {
        if (_addresses.Count >= MostAddresses)
            Forget();
        var key = _digest.Of(address);
        return _addresses.Count < MostAddresses ? _addresses.GetOrAdd(key, _ => new(perAddress, clock)) : _addresses.GetValueOrDefault(key);
    }

    private void Forget()
    {
        foreach (var (key, bucket) in _addresses)
        {
            if (bucket.IsFull())
                _addresses.TryRemove(key, out _);
        }
    }
}
