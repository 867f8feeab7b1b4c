using System.IO.Hashing;

namespace Advocacy.Generator.Search;

/// <summary>A name that follows from what a file holds: 50 bits, as letters that no file system confuses.</summary>
internal static class ContentHashName
{
    public const int Length = 10;

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var hash = XxHash3.HashToUInt64(bytes);
        Span<char> name = stackalloc char[Length];
        foreach (ref var letter in name)
        {
            letter = "abcdefghijklmnopqrstuvwxyz234567"[(int)(hash & 31)];
            hash >>= 5;
        }
        return name.ToString();
    }
}
