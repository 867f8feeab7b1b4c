using System.Collections.Concurrent;
using System.Text;

namespace Advocacy.Generator.Rendering;

/// <summary>Takes text and has it in UTF-8 at once, in a buffer that serves page after page.</summary>
internal sealed class Utf8Writer : TextWriter
{
    private static readonly ConcurrentBag<Utf8Writer> _idle = [];

    private byte[] _bytes = new byte[64 * 1024];
    private int _length;

    private Utf8Writer()
    {
    }

    public override Encoding Encoding => Encoding.UTF8;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <returns>An empty one, which goes back when it is disposed.</returns>
    public static Utf8Writer Take()
    {
        var writer = _idle.TryTake(out var idle) ? idle : new Utf8Writer();
        writer._length = 0;
        return writer;
    }

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <summary>A pair of surrogates has to come together, as it does from everything that writes pages.</summary>
    public override void Write(ReadOnlySpan<char> text)
    {
        var most = _length + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(most, _bytes.Length * 2));
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _idle.Add(this);
    }
}
