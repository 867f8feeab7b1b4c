using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Advocacy.Generator.Search;

/// <summary>
/// The passages of one term, by number, written as distances; the two lowest bits of each say how strongly the term speaks for the passage.
/// </summary>
internal readonly record struct Postings(string Term, ReadOnlyMemory<(uint Passage, byte Strength)> Passages)
{
    /// <returns>In the order of the terms.</returns>
    public static IEnumerable<Postings> Of(ImmutableArray<IndexedPassage> passages, List<string> terms)
    {
        var ends = new int[terms.Count + 1];
        foreach (var passage in passages)
        {
            foreach (var (term, _) in passage.Terms)
                ends[term + 1]++;
        }
        for (var i = 1; i < ends.Length; i++)
            ends[i] += ends[i - 1];
        var starts = ends.AsSpan(0, terms.Count).ToArray();
        var all = new (uint, byte)[ends[^1]];
        for (var i = 0; i < passages.Length; i++)
        {
            foreach (var (term, strength) in passages[i].Terms)
                all[ends[term]++] = ((uint)i, strength);
        }
        var sorted = terms.ToArray();
        var numbers = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, numbers, StringComparer.Ordinal);
        return sorted.Zip(numbers, (term, number) => new Postings(term, all.AsMemory(starts[number]..ends[number])))
            .Where(p => !p.Passages.IsEmpty);
    }

    public void Write(ArrayBufferWriter<byte> into)
    {
        Encoding.UTF8.GetBytes(Term, into);
        into.Write(" "u8);
        var next = 0u;
        foreach (var (passage, strength) in Passages.Span)
        {
            Numbers.Write(into, ((passage - next) << 2) | strength);
            next = passage + 1;
        }
        into.Write("\n"u8);
    }

    public static string Write(IEnumerable<(uint Passage, byte Strength)> passages)
    {
        var bytes = new ArrayBufferWriter<byte>();
        new Postings("", passages.ToArray()).Write(bytes);
        return Encoding.ASCII.GetString(bytes.WrittenSpan).Trim();
    }
}
