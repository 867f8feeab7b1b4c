using System.Buffers;
using System.Collections.Immutable;

namespace Advocacy.Generator.Search;

/// <summary>A run of terms in one file.</summary>
/// <param name="First">The shortest text that no term of the shard, and every term of the one before, sorts before.</param>
internal sealed record Shard(string First, ReadOnlyMemory<byte> Bytes);

internal static class Shards
{
    // About 8 KB when compressed. A single term may have more.
    private const int Largest = 11_000;

    public static ImmutableArray<Shard> Cut(IEnumerable<Postings> postings)
    {
        var shards = ImmutableArray.CreateBuilder<Shard>();
        var bytes = new ArrayBufferWriter<byte>(2 * Largest);
        var line = new ArrayBufferWriter<byte>();
        string first = "", last = "";
        foreach (var term in postings)
        {
            line.ResetWrittenCount();
            term.Write(line);
            if (bytes.WrittenCount > 0 && bytes.WrittenCount + line.WrittenCount > Largest)
            {
                shards.Add(new Shard(first, bytes.WrittenSpan.ToArray()));
                bytes.ResetWrittenCount();
                first = Between(last, term.Term);
            }
            bytes.Write(line.WrittenSpan);
            last = term.Term;
        }
        shards.Add(new Shard(first, bytes.WrittenSpan.ToArray()));
        return shards.ToImmutable();
    }

    /// <returns>The shortest beginning of <paramref name="next"/> that sorts after <paramref name="last"/>.</returns>
    private static string Between(string last, string next)
    {
        var length = last.AsSpan().CommonPrefixLength(next) + 1;
        return next[..(char.IsHighSurrogate(next[length - 1]) ? length + 1 : length)];
    }
}
