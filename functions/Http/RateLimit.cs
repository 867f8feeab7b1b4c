using System.Collections.Concurrent;
using System.Net;

namespace Advocacy.Functions.Http;

/// <summary>
/// A bucket for each address, one that all callers without a known address share, and one for everybody together, in this process. The
/// shared one holds half of the total, so that neither a crowd whose addresses a proxy has lost is locked out nor can it lock the others
/// out.
/// </summary>
/// <remarks>
/// Not System.Threading.RateLimiting: its limiters have no clock that a test can set, and keep a partition for each address that comes,
/// however many come.
/// </remarks>
/// <param name="perAddress">A minute, from 1.</param>
/// <param name="total">A minute, from 1.</param>
/// <param name="burst">How many may come at once, from 2; never more than those of a minute.</param>
public class RateLimit(int perAddress, int total, int burst, TimeProvider clock)
{
    // An attacker with many addresses fills the memory no further than this; the bucket for all still holds.
    private const int MostAddresses = 10_000;

    private readonly ConcurrentDictionary<UInt128, TokenBucket> _addresses = new();
    private readonly TokenBucket _shared = new(Math.Max(perAddress, total / 2), Math.Max(1, burst / 2), clock);
    private readonly TokenBucket _total = new(total, burst, clock);
    private readonly AddressDigest _digest = new(clock);

    /// <param name="address">Null where it is not known.</param>
    /// <returns>Null when the request may go on; otherwise how long it should wait.</returns>
    public TimeSpan? Take(IPAddress? address) => (address is null ? _shared : BucketOf(address))?.Take() ?? _total.Take();

    private TokenBucket? BucketOf(IPAddress address)
    {
        if (_addresses.Count >= MostAddresses)
            Forget();
        var key = _digest.Of(address);
        return _addresses.Count < MostAddresses
            ? _addresses.GetOrAdd(key, _ => new(perAddress, burst, clock))
            : _addresses.GetValueOrDefault(key);
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
