using Advocacy.Generator.Documents.Painting;
using Advocacy.Generator.Images;

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

    private static IEnumerable<string> Fields(ReadOnlySpan<byte> picture)
    {
        if (!picture.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) || picture.IndexOf("Exif\0\0"u8) is not (>= 0 and var at))
            return [];
        var exif = picture[(at + 6)..];
        return
        [
            .. Exif.Has(exif, Exif.Place) ? ["the place (GPS)"] : Array.Empty<string>(),
            .. Exif.Has(exif, Exif.Make) || Exif.Has(exif, Exif.Model) ? ["the camera"] : Array.Empty<string>(),
            .. Exif.Has(exif, Exif.Artist) ? ["its author"] : Array.Empty<string>(),
        ];
    }
}
