using System.Text;
using System.Text.Unicode;
using Microsoft.Win32.SafeHandles;

using Advocacy.Generator.Text;
namespace Advocacy.Generator.Loading.FrontMatter;

/// <summary>A writer's text file: well-formed UTF-8, LF line ends, no byte order mark, whatever the editor saved.</summary>
/// <param name="FrontMatter">The whole of a file that has nothing else.</param>
/// <param name="Body">What follows the front matter, in UTF-8: ten thousand of them take half the room.</param>
/// <param name="BodyLine">Lines before the body.</param>
public sealed record ContentFile(string FrontMatter, ReadOnlyMemory<byte> Body, int BodyLine)
{
    private const long Largest = 1_000_000;

    /// <returns>Null where the file cannot be read, which is then among the problems.</returns>
    public static ContentFile? Read(string file, bool frontMatter, Problems problems) => Bytes(file, problems) is not { } bytes ? null
        : frontMatter ? Split(bytes, problems)
        : new ContentFile(Encoding.UTF8.GetString(bytes.Span), default, 0);

    /// <summary>A file that has no front matter.</summary>
    /// <returns>Null where it cannot be read, which is then among the problems.</returns>
    public static ReadOnlyMemory<byte>? ReadBody(string file, Problems problems) =>
        Bytes(file, problems) is { } bytes ? Readable(bytes, 0, problems) : null;

    private static ReadOnlyMemory<byte>? Bytes(string file, Problems problems)
    {
        using var handle = Open(file, problems);
        if (handle is null)
            return null;
        var size = RandomAccess.GetLength(handle);
        if (size > Largest)
        {
            problems.Add(1, $"the file has {RoundedUp.Of(size, Largest)} MB; a text has at most 1 MB", "check that it is the right file");
            return null;
        }
        var buffer = new byte[size];
        var bytes = buffer.AsMemory(0, RandomAccess.Read(handle, buffer, 0));
        if (bytes.Span.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        // The text of Europe and America in UTF-16 has every second byte empty, and is well-formed UTF-8.
        if (!Utf8.IsValid(bytes.Span) || bytes.Span[..Math.Min(bytes.Length, 64)].Count((byte)0) > 4)
        {
            problems.Add(LineOfFirstBadByte(bytes.Span), "the text is not UTF-8", "save the file with the encoding UTF-8");
            return null;
        }
        if (Mojibake.FirstIn(bytes.Span) is var (at, signs, meant))
            problems.Add(
                bytes.Span[..at].Count((byte)'\n') + 1,
                $"\"{signs}\" comes from reading the text in another encoding than it was saved in",
                $"{(meant.Length > 0 ? $"write \"{meant}\"" : "type the word anew")}, look for others, and save as UTF-8");
        if (bytes.Span.Contains((byte)'\r'))
            bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.Span).ReplaceLineEndings("\n"));
        return bytes;
    }

    /// <returns>Null where this user may not read it, which is then among the problems.</returns>
    private static SafeFileHandle? Open(string file, Problems problems)
    {
        try
        {
            return File.OpenHandle(file);
        }
        catch (UnauthorizedAccessException)
        {
            problems.Add(1, "this user may not read the file", "give the right to it (chmod, chown), or run the command as its owner");
            return null;
        }
    }

    private static ContentFile? Split(ReadOnlyMemory<byte> bytes, Problems problems)
    {
        var text = bytes.Span;
        if (!text.StartsWith("---\n"u8))
        {
            problems.Add(1, "the file does not begin with front matter", "begin it with a line ---, the fields, and another line ---");
            return null;
        }
        var end = text[3..].IndexOf("\n---\n"u8) is >= 0 and var found ? found + 3
            : text.EndsWith("\n---"u8) ? text.Length - 4
            : -1;
        if (end < 0)
        {
            problems.Add(1, "the front matter has no end", "add a line --- below the fields");
            return null;
        }
        var body = Math.Min(end + 5, text.Length);
        return new ContentFile(
            Encoding.UTF8.GetString(text[4..Math.Max(end, 4)]),
            Readable(bytes, body, problems),
            text[..body].Count((byte)'\n'));
    }

    private static ReadOnlyMemory<byte> Readable(ReadOnlyMemory<byte> bytes, int start, Problems problems)
    {
        var text = bytes.Span;
        if (ControlCharacters.IndexIn(text[start..]) is >= 0 and var control)
            problems.Add(text[..(start + control)].Count((byte)'\n') + 1, "the text has a control character", "type the line anew");
        return bytes[start..];
    }

    private static int LineOfFirstBadByte(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(bytes[range]))
                return line;
            line++;
        }
        return 1;
    }
}
