using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Advocacy.Generator.Reading;

/// <summary>A writer's text file: well-formed UTF-8, LF line ends, no byte order mark, whatever the editor saved.</summary>
/// <param name="Body">What follows the front matter, or the whole of a file without any.</param>
/// <param name="BodyLine">Lines before the body.</param>
public sealed record SourceText(string FrontMatter, string Body, int BodyLine)
{
    private const long Largest = 1_000_000;

    /// <returns>Null where the file cannot be read, which is then among the problems.</returns>
    public static SourceText? Read(string file, bool frontMatter, Problems problems)
    {
        var size = new FileInfo(file).Length;
        if (size > Largest)
        {
            problems.Add(1, $"the file has {Megabytes(size)} MB; a text has at most 1 MB", "check that it is the right file");
            return null;
        }
        var bytes = File.ReadAllBytes(file).AsSpan();
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        if (!Utf8.IsValid(bytes))
        {
            problems.Add(LineOfFirstBadByte(bytes), "the text is not UTF-8", "save the file with the encoding UTF-8");
            return null;
        }
        var text = Encoding.UTF8.GetString(bytes);
        if (text.Contains('\r', StringComparison.Ordinal))
            text = text.ReplaceLineEndings("\n");
        return frontMatter ? Split(text, problems) : new SourceText(text, "", 0);
    }

    private static SourceText? Split(string text, Problems problems)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
        {
            problems.Add(1, "the file does not begin with front matter", "begin it with a line ---, the fields, and another line ---");
            return null;
        }
        var end = text.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        if (end < 0 && text.EndsWith("\n---", StringComparison.Ordinal))
            end = text.Length - 4;
        if (end < 0)
        {
            problems.Add(1, "the front matter has no end", "add a line --- below the fields");
            return null;
        }
        var body = Math.Min(end + 5, text.Length);
        return new SourceText(text[4..Math.Max(end, 4)], text[body..], text.AsSpan(0, body).Count('\n'));
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
        return line;
    }

    // Rounded up, so that a file just over the limit never reads as one within it.
    private static string Megabytes(long bytes) => (Math.Ceiling(bytes / 100_000m) / 10).ToString("0.#", CultureInfo.InvariantCulture);
}
