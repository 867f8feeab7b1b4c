using System.IO.Compression;
using System.Xml;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>
/// A ZIP of parts, as office files are. It says what it likes of its sizes: what is unpacked is counted, and reading ends with an
/// <see cref="InvalidDataException"/> where it is too much.
/// </summary>
internal sealed class Package : IDisposable
{
    /// <summary>Bytes of all parts that are read, unpacked.</summary>
    public const long Largest = 256 << 20;

    private const int MostParts = 20_000;

    private static readonly XmlReaderSettings _xml = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = false,
        IgnoreProcessingInstructions = true,
        MaxCharactersFromEntities = 1024,
    };

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How much was read of each part, which may be read again.</summary>
    private readonly Dictionary<ZipArchiveEntry, long> _read = [];

    private long _sum;

    private Package(ZipArchive zip) => _zip = zip;

    /// <returns>Null where the bytes are no ZIP, or one that holds nothing, too many parts, or two of one name.</returns>
    public static Package? Open(byte[] bytes)
    {
        try
        {
            var package = new Package(new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read));
            var entries = package._zip.Entries;
            return entries.Count is > 0 and <= MostParts
                && entries.All(entry => package._parts.TryAdd(entry.FullName.Replace('\\', '/'), entry)) ? package : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Whether reading ended because too much was unpacked.</summary>
    public bool IsTooLarge { get; private set; }

    public bool IsEncrypted => _zip.Entries.Any(entry => entry.IsEncrypted);

    public bool HasComments => _zip.Comment.Length > 0 || _zip.Entries.Any(entry => entry.Comment.Length > 0);

    /// <summary>Paths with forward slashes, without folders.</summary>
    public IEnumerable<string> Parts => _parts.Keys.Where(name => !name.EndsWith('/'));

    public bool Has(string name) => _parts.ContainsKey(name);

    public IEnumerable<string> PartsBelow(string folder) =>
        Parts.Where(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>Every part, read whole.</summary>
    public IEnumerable<(string Name, byte[] Bytes)> Contents(Func<string, bool> isMeant) =>
        Parts.Where(isMeant).Select(name => (name, Read(name)!));

    /// <returns>Null where there is no such part.</returns>
    public byte[]? Read(string name)
    {
        if (Open(name) is not { } stream)
            return null;
        using var bytes = new MemoryStream();
        using (stream)
            stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <returns>At the root element; null where there is no such part.</returns>
    public XmlReader? Xml(string name)
    {
        if (Open(name) is not { } stream)
            return null;
        var reader = XmlReader.Create(stream, _xml);
        reader.MoveToContent();
        return reader;
    }

    public void Dispose() => _zip.Dispose();

    private CountedStream? Open(string name) =>
        _parts.TryGetValue(name, out var part) ? new CountedStream(part.Open(), position => Count(part, position)) : null;

    private void Count(ZipArchiveEntry part, long position)
    {
        var before = _read.GetValueOrDefault(part);
        if (position <= before)
            return;
        _read[part] = position;
        _sum += position - before;
        if (_sum > Largest)
        {
            IsTooLarge = true;
            throw new InvalidDataException("The parts are larger than the limit.");
        }
    }

    private sealed class CountedStream(Stream inner, Action<long> count) : Stream
    {
        private long _position;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            _position += read;
            count(_position);
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
