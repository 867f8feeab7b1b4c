namespace Advocacy.Generator.Documents;

/// <param name="Name">As a reader says it.</param>
/// <param name="Zipped">Whether a file of this kind is a ZIP inside.</param>
internal sealed record DocumentKind(string Name, bool Zipped = false)
{
    /// <summary>With its article, for a sentence.</summary>
    public string Called => $"{(Name[0] is 'E' or 'O' or 'X' or 'R' or 'M' ? "an" : "a")} {Name}";

    public static string Known => "PDF, DOCX, ODT, XLSX, ODS, PPTX, ODP, CSV, TXT, RTF, EPUB, MP3, MP4 or ZIP";

    public static DocumentKind? Of(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".PDF" => new("PDF"),
        ".DOCX" => new("DOCX", Zipped: true),
        ".ODT" => new("ODT", Zipped: true),
        ".XLSX" => new("XLSX", Zipped: true),
        ".ODS" => new("ODS", Zipped: true),
        ".PPTX" => new("PPTX", Zipped: true),
        ".ODP" => new("ODP", Zipped: true),
        ".CSV" => new("CSV"),
        ".TXT" => new("TXT"),
        ".RTF" => new("RTF"),
        ".EPUB" => new("EPUB", Zipped: true),
        ".MP3" => new("MP3"),
        ".MP4" => new("MP4"),
        ".ZIP" => new("ZIP", Zipped: true),
        _ => null,
    };
}
