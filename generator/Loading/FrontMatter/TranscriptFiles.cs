namespace Advocacy.Generator.Loading.FrontMatter;

/// <summary>
/// The text of a document, which the staff wrote out: Markdown beside a document of the same name, <c>letter.md</c> beside
/// <c>letter.pdf</c>, or <c>letter.es.md</c> for a translation. What begins with front matter is a page all the same.
/// </summary>
public static class TranscriptFiles
{
    /// <summary>The extensions of documents that can have a text beside them.</summary>
    private static readonly string[] _kinds = [".pdf", ".docx", ".odt", ".rtf"];

    /// <param name="file">A Markdown file.</param>
    public static bool IsText(string file) =>
        !Path.GetFileName(file.AsSpan())
            .StartsWith("index.", StringComparison.Ordinal) && DocumentOf(file) is not null && !HasFrontMatter(file);

    /// <returns>The document whose text the file would be; null where there is none.</returns>
    public static string? DocumentOf(string file)
    {
        var stem = file[..^".md".Length];
        return _kinds.Select(kind => $"{stem}{kind}").Concat(
            _kinds.Select(kind => Path.ChangeExtension(stem, kind))).FirstOrDefault(File.Exists);
    }

    /// <param name="document">Any file.</param>
    /// <param name="language">Null for the language that the document is in.</param>
    public static string? Of(string document, string? language)
    {
        var file = Path.ChangeExtension(document, language is null ? ".md" : $".{language}.md");
        return _kinds.Contains(Path.GetExtension(document)) && File.Exists(file) && IsText(file) ? file : null;
    }

    private static bool HasFrontMatter(string file)
    {
        Span<byte> start = stackalloc byte[7];
        using var handle = File.OpenHandle(file);
        ReadOnlySpan<byte> read = start[..RandomAccess.Read(handle, start, 0)];
        return (read.StartsWith("\uFEFF"u8) ? read[3..] : read).StartsWith("---"u8);
    }
}
