using System.Buffers;

namespace Advocacy.Generator.Search;

/// <summary>
/// Whole numbers as letters: five bits each, the least first, the sixth bit set where more follow. Small numbers are one letter.
/// </summary>
internal static class Numbers
{
    /// <summary>Handed to the script.</summary>
    public const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    public static void Write(ArrayBufferWriter<byte> into, uint number)
    {
        for (; number > 31; number >>= 5)
            Put(into, (number & 31) | 32);
        Put(into, number);
    }

    private static void Put(ArrayBufferWriter<byte> into, uint digit)
    {
        into.GetSpan(1)[0] = (byte)Alphabet[(int)digit];
        into.Advance(1);
    }
}
