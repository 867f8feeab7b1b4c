using Advocacy.Generator.Images;
using NetVips;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Tokens;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>What a picture holds, before its colors are computed: enough to see whether a part of it is empty.</summary>
internal sealed class PictureSamples
{
    /// <summary>Of 255. The grain of a scan, and what JPEG leaves around an edge, differ by less.</summary>
    private const int Grain = 32;

    /// <summary>The part of a box that the thinnest letter darkens.</summary>
    private const double LeastInk = 0.02;

    private readonly byte[] _bytes;
    private readonly int _width;
    private readonly int _height;
    private readonly int _bits;
    private readonly int _channels;
    private readonly bool _isInverted;
    private int _grain = Grain;

    private PictureSamples(byte[] bytes, int width, int height, int bits, int channels, bool isInverted) =>
        (_bytes, _width, _height, _bits, _channels, _isInverted) = (bytes, width, height, bits, channels, isInverted);

    /// <returns>Null where the picture is in a format that is not decoded here: JPEG 2000, JBIG2.</returns>
    public static PictureSamples? Of(IPdfImage image)
    {
        var (width, height) = (image.WidthInSamples, image.HeightInSamples);
        var isInverted = image.Decode is [> 0.5, < 0.5, ..];
        if (IsJpeg(image))
            return OfJpeg(image.RawMemory.ToArray(), isInverted);
        if (width < 1 || height < 1 || !image.TryGetBytesAsMemory(out var memory))
            return null;
        var bits = image.IsImageMask ? 1 : image.BitsPerComponent;
        if (bits is not (1 or 2 or 4 or 8 or 16))
            return null;
        var channels = bits < 8 ? 1 : memory.Length / ((long)width * height * bits / 8);
        var needed = ((long)width * channels * bits + 7) / 8 * height;
        // Places in a palette are as far apart as any colors.
        var isIndexed = image.ColorSpaceDetails is IndexedColorSpaceDetails;
        return channels is >= 1 and <= 4 && memory.Length >= needed
            ? new(memory.ToArray(), width, height, bits, (int)channels, isInverted) { _grain = isIndexed ? 0 : Grain }
            : null;
    }

    private static bool IsJpeg(IPdfImage image) =>
        image.RawMemory.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8])
        && image.ImageDictionary.TryGet(NameToken.Filter, out IToken? filter)
        && filter is NameToken { Data: "DCTDecode" or "DCT" } or ArrayToken { Data: [NameToken { Data: "DCTDecode" or "DCT" }] };

    private static PictureSamples? OfJpeg(byte[] jpeg, bool isInverted)
    {
        LibVips.Open();
        try
        {
            using var image = Image.NewFromBuffer(jpeg);
            using var gray = image.Bands >= 3 ? image.Colourspace(Enums.Interpretation.Bw) : image.Copy();
            using var band = gray.ExtractBand(0);
            return new(band.WriteToMemory<byte>(), band.Width, band.Height, 8, 1, isInverted);
        }
        catch (VipsException)
        {
            return null;
        }
    }

    /// <param name="x">Fraction of the width, from the left.</param>
    /// <param name="y">Fraction of the height, from the top.</param>
    /// <param name="isStencil">A stencil paints where its samples are 0 (ISO 32000-1, 8.9.6.2), a soft mask where they are not.</param>
    public bool IsPainted(double x, double y, bool isStencil)
    {
        var sample = Sample(At(x, _width), At(y, _height), 0);
        if (_isInverted)
            sample = 255 - sample;
        return isStencil ? sample == 0 : sample > 242;
    }

    /// <summary>Whether a box, in fractions from the upper left corner, holds more than one tone.</summary>
    public bool HasContrast(double left, double top, double right, double bottom)
    {
        var (x1, x2, y1, y2) = (At(left, _width), At(right, _width), At(top, _height), At(bottom, _height));
        var pixels = (x2 - x1 + 1) * (y2 - y1 + 1);
        Span<int> tones = stackalloc int[256];
        for (var channel = 0; channel < _channels; channel++)
        {
            tones.Clear();
            for (var y = y1; y <= y2; y++)
            {
                for (var x = x1; x <= x2; x++)
                    tones[Sample(x, y, channel)]++;
            }
            var usual = 0;
            for (var tone = 1; tone < tones.Length; tone++)
                usual = tones[tone] > tones[usual] ? tone : usual;
            var other = 0;
            for (var tone = 0; tone < tones.Length; tone++)
                other += Math.Abs(tone - usual) > _grain ? tones[tone] : 0;
            if (other > LeastInk * pixels)
                return true;
        }
        return false;
    }

    /// <returns>From 0 to 255, and of a palette the place in it.</returns>
    private int Sample(int x, int y, int channel)
    {
        if (_bits >= 8)
            return _bytes[((y * _width + x) * _channels + channel) * (_bits / 8)];
        var perByte = 8 / _bits;
        var stride = (_width + perByte - 1) / perByte;
        var sample = _bytes[y * stride + x / perByte] >> (8 - _bits * (x % perByte + 1)) & ((1 << _bits) - 1);
        return sample * 255 / ((1 << _bits) - 1);
    }

    private static int At(double fraction, int size) => Math.Clamp((int)(fraction * size), 0, size - 1);
}
