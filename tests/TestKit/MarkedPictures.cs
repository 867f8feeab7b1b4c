using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using NetVips;

namespace Advocacy.TestKit;

/// <summary>
/// Pictures that hold a word of their own in every place where a picture can hold words. Each begins with <see cref="Mark"/>.
/// </summary>
internal static class MarkedPictures
{
    public const string Mark = "MARK-";

    /// <param name="orientation">1 to 8.</param>
    public static byte[] Jpeg(ushort orientation = 1)
    {
        using var image = Photographs.Photograph(120, 80);
        var plain = image.JpegsaveBuffer(q: 90, profile: "p3");
        using var read = Image.NewFromBuffer(plain);
        var profile = MarkedProfile((byte[])read.Get("icc-profile-data"));
        var bare = image.JpegsaveBuffer(q: 90, keep: Enums.ForeignKeep.None);
        return
        [
            0xFF, 0xD8,
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 2, 3, .. Encoding.ASCII.GetBytes(Mark + "thumbnail-123")[..18]]),
            .. Segment(0xE0, [.. "JFXX\0"u8, 0x13, .. Text("jfxx")]),
            .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Text("xmp")]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xmp/extension/\0"u8, .. Text("xmp-extension")]),
            .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. profile]),
            .. Segment(0xE2, [.. "MPF\0"u8, .. Text("mpf")]),
            .. Segment(0xEB, [.. "JP"u8, .. Text("jumbf")]),
            .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. "8BIM"u8, .. Text("iptc")]),
            .. Segment(0xFE, Text("comment")),
            .. bare[2..],
            .. Photographs.Jpeg(8, 8), .. Text("trailer"),
        ];
    }

    /// <param name="orientation">1 to 8.</param>
    public static byte[] Png(ushort orientation = 1)
    {
        using var image = Photographs.Photograph(120, 80);
        var plain = image.PngsaveBuffer(profile: "p3");
        using var read = Image.NewFromBuffer(plain);
        var bare = image.PngsaveBuffer(keep: Enums.ForeignKeep.None);
        byte[] profile = [.. Text("profile-name"), 0, 0, .. Packed(MarkedProfile((byte[])read.Get("icc-profile-data")))];
        return
        [
            .. bare[..33],
            .. Chunk("iCCP", profile),
            .. Chunk("tEXt", [.. "Author\0"u8, .. Text("text")]),
            .. Chunk("zTXt", [.. "Comment\0\0"u8, .. Packed(Text("packed-text"))]),
            .. Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Text("international-text")]),
            .. Chunk("eXIf", Tiff(orientation)),
            .. Chunk("tIME", [0x07, 0xE8, 1, 2, 3, 4, 5]),
            .. Chunk("sPLT", Text("palette")),
            .. Chunk("prVt", Text("private")),
            .. bare[33..],
            .. Text("trailer"),
        ];
    }

    /// <param name="orientation">1 to 8.</param>
    public static byte[] WebP(ushort orientation = 1)
    {
        using var image = Photographs.Photograph(120, 80);
        var bytes = image.WebpsaveBuffer(lossless: true, profile: "p3");
        using var read = Image.NewFromBuffer(bytes);
        var bare = image.WebpsaveBuffer(lossless: true, keep: Enums.ForeignKeep.None);
        byte[] chunks =
        [
            // Profile, Exif and XMP; the size less one.
            .. RiffChunk("VP8X", [0x2C, 0, 0, 0, 119, 0, 0, 79, 0, 0]),
            .. RiffChunk("ICCP", MarkedProfile((byte[])read.Get("icc-profile-data"))),
            .. RiffChunk("PRIV", Text("private")),
            .. bare[12..],
            .. RiffChunk("EXIF", [.. "Exif\0\0"u8, .. Tiff(orientation)]),
            .. RiffChunk("XMP ", Text("xmp")),
        ];
        return [.. "RIFF"u8, .. Little(chunks.Length + 4), .. "WEBP"u8, .. chunks, .. Text("trailer")];
    }

    public static byte[] Svg() => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- {Mark}comment -->
        <?program {Mark}instruction?>
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="{Mark}namespace"
             xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" viewBox="0 0 8 8"
             sodipodi:docname="{Mark}docname" inkscape:export-filename="/home/{Mark}path" data-name="{Mark}data">
          <metadata>{Mark}metadata</metadata>
          <sodipodi:namedview><sodipodi:guide id="{Mark}guide"/></sodipodi:namedview>
          <style>/* {Mark}css */ .a {'{'} fill: url(#g) {'}'}</style>
          <path class="a" style="/* {Mark}attribute */ stroke: red" d="M0 0h8v8z" inkscape:label="{Mark}label"/>
          <image width="8" height="8" xlink:href="data:image/jpeg;base64,{Convert.ToBase64String(Jpeg())}"/>
        </svg>
        <!-- {Mark}end -->
        """);

    /// <summary>Exif with a camera, a person, a place and a thumbnail.</summary>
    public static byte[] Tiff(ushort orientation = 1)
    {
        var (artist, area) = (Text("artist\0"), Text("area\0"));
        const int Directories = 8 + 2 + 3 * 12 + 4;
        const int Place = Directories + 2 + 2 * 12 + 4;
        return
        [
            .. "II*\0"u8, .. Little(8),
            3, 0,
            .. Entry(0x0112, 3, 1, orientation), .. Entry(0x013B, 2, artist.Length, Place + 24), .. Entry(0x8825, 4, 1, Directories),
            .. Little(0),
            2, 0,
            .. Entry(0x0002, 5, 3, Place), .. Entry(0x001C, 7, area.Length, Place + 24 + artist.Length),
            .. Little(0),
            .. Little(41), .. Little(1), .. Little(52), .. Little(1), .. Little(48), .. Little(1),
            .. artist, .. area,
        ];
    }

    private static byte[] Entry(ushort tag, ushort type, int count, int value) =>
        [(byte)tag, (byte)(tag >> 8), (byte)type, 0, .. Little(count), .. Little(value)];

    /// <summary>With one more tag, as the makers of screens write them; its length is a multiple of four, as libpng wants it.</summary>
    private static byte[] MarkedProfile(byte[] profile)
    {
        const int Table = 128;
        var text = Text("screen\0");
        var count = BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(Table));
        var marked = new List<byte>([.. profile[..Table], .. Big(count + 1)]);
        for (var i = 0; i < count; i++)
        {
            var entry = profile.AsSpan(Table + 4 + i * 12, 12);
            marked.AddRange([.. entry[..4], .. Big(BinaryPrimitives.ReadInt32BigEndian(entry[4..]) + 12), .. entry[8..]]);
        }
        marked.AddRange([.. "mmod"u8, .. Big(profile.Length + 12), .. Big(text.Length), .. profile[(Table + 4 + count * 12)..], .. text]);
        return [.. Big(marked.Count), .. marked.Skip(4)];
    }

    private static byte[] Text(string place) => Encoding.ASCII.GetBytes(Mark + place);

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        return [.. Big(content.Length), .. named, .. Big((int)Crc32.HashToUInt32(named))];
    }

    private static byte[] RiffChunk(string name, byte[] content) =>
        [.. Encoding.ASCII.GetBytes(name), .. Little(content.Length), .. content, .. new byte[content.Length & 1]];

    private static byte[] Packed(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
            zlib.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Little(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
