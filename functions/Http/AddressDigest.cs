using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Advocacy.Functions.Http;

/// <summary>
/// Distinguishes addresses without keeping them: a keyed hash whose key is random, lives in memory only, and is another one each day
/// (UTC).
/// </summary>
public sealed class AddressDigest(TimeProvider clock)
{
    private sealed record Salt(int Day, byte[] Key);

    private volatile Salt _salt = new(-1, []);

    /// <summary>One digest for an IPv4 address, and one for the 64 bits of an IPv6 network, which a household has to itself.</summary>
    public UInt128 Of(IPAddress address)
    {
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        var network = address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6 ? bytes.AsSpan(0, 8) : bytes;
        return BinaryPrimitives.ReadUInt128LittleEndian(HMACSHA256.HashData(Today().Key, network));
    }

    private Salt Today()
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;
        var salt = _salt;
        return salt.Day == day ? salt : _salt = new(day, RandomNumberGenerator.GetBytes(32));
    }
}
