using System.Collections.Immutable;
using System.Globalization;
using Advocacy.Content.Documents;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Text;

namespace Advocacy.Generator.Loading.Settings;

/// <summary>Reads what <c>site.yml</c> says of the files in <c>input/press-kit/</c>.</summary>
public static class PressKitReader
{
    public const string Folder = "press-kit";

    private const int Largest = 25;

    /// <param name="attachments">Null where nothing is to be published, and the files are not opened.</param>
    public static ImmutableArray<PressKitFile> Read(Fields fields, string input, Attachments? attachments) =>
    [
        .. fields.Each("PressKit", f => File(f, Path.Combine(input, Folder), attachments))
            .OfType<PressKitFile>()
            .DistinctBy(f => f.File.Url, StringComparer.Ordinal),
    ];

    /// <summary>What another language says of the same files. What it leaves out stays as it is.</summary>
    public static ImmutableArray<PressKitFile> Translate(ImmutableArray<PressKitFile> files, Fields fields)
    {
        var translated = fields.Each(
            "PressKit",
            f => (Url: Url(f.Text("File")), Title: f.Text("Title"), Credit: f.TextOrNull("Credit"), License: f.TextOrNull("License")));
        return
        [
            .. files.Select(file => translated.FirstOrDefault(t => t.Url == file.File.Url) is { Url: not null } other
                ? file with { Title = other.Title, Credit = other.Credit ?? file.Credit, License = other.License ?? file.License }
                : file),
        ];
    }

    private static PressKitFile? File(Fields f, string folder, Attachments? attachments)
    {
        var (name, title, credit, license) = (f.Text("File"), f.Text("Title"), f.Text("Credit"), f.Text("License"));
        var file = new FileInfo(Path.Combine(folder, name));
        var line = f.LineOf("File");
        if (name.Length == 0)
            return null;
        if (name.Contains('/', StringComparison.Ordinal) || !Address.IsNameFit(name))
            f.Problems.Add(
                line,
                $"the file's name \"{name}\" has other characters than a to z, 0 to 9, - and .",
                $"put it into {Folder}/ as {Address.Fit(Path.GetFileName(name))}");
        else if (!file.Exists)
            f.Problems.Add(line, $"the file {Folder}/{name} is not there",
                Directory.Exists(folder)
                    && SpellingSuggestion.To(name, Directory.EnumerateFiles(folder).Select(x => Path.GetFileName(x)!)) is { } near
                    ? $"did you mean {near}"
                    : "put it there, or correct the name");
        else if (file.LinkTarget is not null)
            f.Problems.Add(line, $"{Folder}/{name} is a link to another place", "put the file itself there");
        else if (file.Extension is not (".svg" or ".png" or ".jpg" or ".jpeg" or ".webp" or ".pdf"))
            f.Problems.Add(line, $"{name} is of a kind that a press kit does not have", "make it SVG, PNG, JPEG, WebP or PDF");
        else if (file.Length > Largest * RoundedUp.Mebibyte)
            f.Problems.Add(line, string.Create(CultureInfo.InvariantCulture, $"{name} is larger than {Largest} MB"), "make it smaller");
        else if (PublishedSize(file, attachments, f.Problems, line) is { } size)
        {
            var download = new Download(Url(name), file.Extension[1..].ToUpperInvariant(), size);
            return new PressKitFile(title, credit, license, download, file.Extension != ".pdf");
        }
        return null;
    }

    /// <returns>Null where the file cannot be published.</returns>
    private static long? PublishedSize(FileInfo file, Attachments? attachments, Problems problems, int line) =>
        attachments is null ? file.Length
        : file.Extension == ".pdf" ? attachments.AddDocument(Folder, Url(file.Name), file.FullName, problems, line)
        : attachments.AddOriginal(Folder, Url(file.Name), file.FullName, problems, line);

    private static string Url(string name) => $"/{Folder}/{name}";
}
