using Advocacy.Generator.Documents.Hidden;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>Looks into each file of a ZIP as if it were published by itself.</summary>
internal static class ArchiveInspection
{
    /// <param name="depth">How many archives the archive lies in.</param>
    public static IEnumerable<HiddenContent> Of(Package archive, int depth) =>
    [
        .. archive.Parts.SelectMany(name => InFile(archive, name, depth)),
        .. archive.HasComments ? [Finding.ArchiveComments] : Array.Empty<HiddenContent>(),
        .. Unknown(archive),
    ];

    private static IEnumerable<HiddenContent> InFile(Package archive, string name, int depth)
    {
        if (EmbeddedPictures.IsPicture(name))
            return EmbeddedPictures.Of(archive.Read(name)!, name);
        if (DocumentKind.Of(name) is not { } kind)
            return [];
        return Look(archive.Read(name)!, kind, depth) switch
        {
            FoundContent(var found) => found.Select(content => content with
            {
                Place = content.Place.Length > 0 ? $"{name}, {content.Place}" : name,
            }),
            Unreadable(var what, var fix) => [new HiddenContent(true, name, $"holds a file that {what}", fix)],
            _ =>
            [
                new HiddenContent(
                    true, name, $"holds a file that is not {kind.Called}, or is damaged", "replace it, and make the archive again"),
            ],
        };
    }

    private static ContentSearch Look(byte[] bytes, DocumentKind kind, int depth)
    {
        if (kind.Name != "PDF")
            return HiddenContentFinder.Find(kind, bytes, depth + 1);
        // It is read by another process, which takes a file.
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return DocumentInspector.Look(path, bytes, kind) switch
            {
                InspectedFile(var facts) => new FoundContent(facts.Hidden),
                RejectedFile(var what, var fix) => new Unreadable(what, fix),
                _ => new DamagedContent(),
            };
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<HiddenContent> Unknown(Package archive)
    {
        string[] endings =
        [
            .. archive.Parts.Where(name => !EmbeddedPictures.IsPicture(name) && DocumentKind.Of(name) is null)
                .Select(name => Path.GetExtension(name).ToLowerInvariant())
                .Where(ending => ending.All(c => char.IsAsciiLetterOrDigit(c) || c == '.'))
                .Distinct().Order(StringComparer.Ordinal).Take(8),
        ];
        return endings.Length > 0 ? [Finding.Unknown(string.Join(", ", endings))] : [];
    }
}
