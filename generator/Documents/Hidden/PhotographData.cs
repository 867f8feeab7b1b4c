using System.Buffers.Binary;
using Advocacy.Generator.Documents.Painting;

namespace Advocacy.Generator.Documents.Hidden;

/// <summary>What a camera wrote into a picture that stands on a page: Exif (CIPA DC-008, 4.6).</summary>
internal sealed class PhotographData
{
    private readonly SortedSet<string> _fields = new(StringComparer.Ordinal);
    private readonly List<int> _pages = [];
    private readonly HashSet<object> _met = new(ReferenceEqualityComparer.Instance);

    public void Look(PaintedPage page)
    {
        var found = false;
        foreach (var shape in page.Shapes)
        {
            if (shape.Picture?.Source is not { } source || !_met.Add(source))
                continue;
            foreach (var field in Fields(source.Data.Span))
            {
                _fields.Add(field);
                found = true;
            }
        }
        if (found)
            _pages.Add(page.Number);
    }

    public IEnumerable<HiddenContent> Find()
    {
        if (_pages.Count > 0)
            yield return new(false, HiddenText.Place(_pages),
                $"has a photograph that says: {string.Join(", ", _fields)}",
                "take the photograph's data out before it is put into the document, and export it again");
    }

    private static List<string> Fields(ReadOnlySpan<byte> picture)
    {
        var fields = new List<string>();
        if (!picture.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) || picture.IndexOf("Exif\0\0"u8) is not (>= 0 and var at))
            return fields;
        var exif = picture[(at + 6)..];
        if (exif.Length < 8)
            return fields;
        var isBig = exif[0] == 'M';
        var start = Number(exif[4..], 4, isBig);
        if (start > exif.Length - 2)
            return fields;
        var count = Number(exif[(int)start..], 2, isBig);
        for (long entry = start + 2; count-- > 0 && entry + 12 <= exif.Length; entry += 12)
        {
            var name = Number(exif[(int)entry..], 2, isBig) switch
            {
                0x8825 => "the place (GPS)",
                0x010F or 0x0110 => "the camera",
                0x013B => "its author",
                _ => null,
            };
            if (name is not null && !fields.Contains(name))
                fields.Add(name);
        }
        return fields;
    }

    private static long Number(ReadOnlySpan<byte> bytes, int length, bool isBig) => (length, isBig) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
    };
}
