using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using NetVips;

namespace Advocacy.TestKit;

/// <summary>Pictures that move.</summary>
internal static class Animations
{
    public static byte[] WebP()
    {
        using var one = Image.Black(20, 10, bands: 3);
        using var other = Photographs.Photograph(20, 10);
        using var both = one.Join(other, Enums.Direction.Vertical);
        using var srgb = both.Copy(interpretation: Enums.Interpretation.Srgb);
        using var pages = srgb.Mutate(image => image.Set(GValue.GIntType, "page-height", 10));
        return pages.WebpsaveBuffer(lossless: true);
    }

    /// <summary>Two frames, of which the second is the first again.</summary>
    public static byte[] Png()
    {
        using var image = Photographs.Photograph(20, 10);
        var still = image.PngsaveBuffer(keep: Enums.ForeignKeep.None);
        var data = still.AsSpan().IndexOf("IDAT"u8) - 4;
        var length = BinaryPrimitives.ReadInt32BigEndian(still.AsSpan(data));
        return
        [
            .. still[..33], .. Chunk("acTL", [.. Big(2), .. Big(0)]), .. still[33..data], .. Chunk("fcTL", Frame(0)),
            .. still[data..(data + 12 + length)],
            .. Chunk("fcTL", Frame(1)), .. Chunk("fdAT", [.. Big(2), .. still[(data + 8)..(data + 8 + length)]]), .. Chunk("IEND", []),
        ];
    }

    private static byte[] Frame(int number) => [.. Big(number), .. Big(20), .. Big(10), .. new byte[8], 0, 1, 0, 10, 0, 0];

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        return [.. Big(content.Length), .. named, .. Big((int)Crc32.HashToUInt32(named))];
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
