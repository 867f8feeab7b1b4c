using System.Text;

namespace Advocacy.Generator.Search;

/// <summary>From a passage's number to its file.</summary>
internal static class PassageNames
{
    /// <summary>So many names are in one file: each result may need another file, and each file should cost little.</summary>
    public const int Each = 64;

    public static ReadOnlyMemory<byte> Write(IndexedPassage[] passages) =>
        Encoding.ASCII.GetBytes(string.Concat(passages.Select(p => p.Name)));
}
