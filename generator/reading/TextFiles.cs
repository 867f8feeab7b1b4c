namespace Advocacy.Generator.Reading;

/// <summary>
/// The text of a document, which the staff wrote out: Markdown beside a PDF of the same name, <c>letter.md</c> beside <c>letter.pdf</c>, or <c>letter.es.md</c> for a translation.
/// What begins with front matter is a page all the same.
/// </summary>
public static class TextFiles
{
    /// <param name="file">A Markdown file.</param>
    public static bool IsText(string file) =>
        !Path.GetFileName(file.AsSpan()).StartsWith("index.", StringComparison.Ordinal) && DocumentOf(file) is not null && !HasFrontMatter(file);

    /// <returns>The PDF whose text the file would be; null where there is none.</returns>
    public static string? DocumentOf(string file)
    {
        var stem = file[..^".md".Length];
        return new[] { $"{stem}.pdf", Path.ChangeExtension(stem, ".pdf") }.FirstOrDefault(File.Exists);
    }

    /// <param name="document">Any file.</param>
    /// <param name="language">Null for the language that the document is in.</param>
    public static string? Of(string document, string? language)
    {
        var file = Path.ChangeExtension(document, language is null ? ".md" : $".{language}.md");
        return Path.GetExtension(document) == ".pdf" && File.Exists(file) && IsText(file) ? file : null;
    }

    private static bool HasFrontMatter(string file)
    {
        Span<byte> start = stackalloc byte[7];
        using var handle = File.OpenHandle(file);
        ReadOnlySpan<byte> read = start[..RandomAccess.Read(handle, start, 0)];
        return (read.StartsWith("\uFEFF"u8) ? read[3..] : read).StartsWith("---"u8);
    }
}
