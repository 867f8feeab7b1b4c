using System.Collections.Immutable;
using System.Globalization;
using Advocacy.Content.Documents;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading.FrontMatter;

using Advocacy.Generator.Text;
namespace Advocacy.Generator.Loading.Settings;

/// <summary>Reads what <c>site.yml</c> says of the files in <c>input/press-kit/</c>.</summary>
public static class PressKitReader
{
    public const string Folder = "press-kit";

    private const int Largest = 25;

    public static ImmutableArray<PressKitFile> Read(Fields fields, string input) =>
    [
        .. fields.Each("PressKit", f => File(f, Path.Combine(input, Folder)))
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

    private static PressKitFile? File(Fields f, string folder)
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
        else
        {
            var download = new Download(Url(name), file.Extension[1..].ToUpperInvariant(), file.Length);
            return new PressKitFile(title, credit, license, download, file.Extension != ".pdf");
        }
        return null;
    }

    private static string Url(string name) => $"/{Folder}/{name}";
}
