using System.Text.RegularExpressions;
using Advocacy.Generator.Publishing;
using Advocacy.Tests.Documents;
using Advocacy.Tests.Pictures;
using Advocacy.Tests.Sites;
using Xunit;

namespace Advocacy.Tests.Reading;

public sealed partial class WritersGuide : Folder
{
    private const string Common = "Every page";

    private readonly Guide _guide = new();

    [Theory]
    [InlineData("Press release", "press-releases/probe.md")]
    [InlineData("Petition", "petitions/probe.md")]
    [InlineData("Page", "probe.md")]
    [InlineData("Campaign", "campaigns/probe.yml")]
    [InlineData("site.yml", "site.yml")]
    public async Task NamesExactlyTheFieldsThatAreKnownAndWhichAreNeeded(string subject, string file)
    {
        using var probe = new KnownFields();

        var known = await probe.OfAsync(file);

        var (inCode, inGuide) = (Lines(known), Lines(Written(subject, file.EndsWith(".md", StringComparison.Ordinal))));
        string[] differences =
        [
            .. inCode.Except(inGuide).Select(field => $"input/_guide.md lacks {subject}: {field}"),
            .. inGuide.Except(inCode).Select(field => $"input/_guide.md has what is not known, {subject}: {field}"),
        ];
        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }

    [Fact]
    public async Task HasExamplesThatBuildWithoutProblems()
    {
        var input = Directory.CreateDirectory(PathOf("input")).FullName;
        foreach (var (file, text) in _guide.Examples)
        {
            var path = Path.Combine(input, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text);
            foreach (var name in FileBeside().Matches(text).Select(m => m.Value))
                await File.WriteAllBytesAsync(Path.Combine(Path.GetDirectoryName(path)!, name), Make(name));
        }

        var result = await SiteBuild.CheckAsync(new BuildOptions(input, SiteFolder.Theme, PathOf("output"), new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)), default);

        Assert.Equal([], result.Problems.Select(p => p.ToString()));
        Assert.Contains(_guide.Examples, example => example.File.StartsWith("press-releases/", StringComparison.Ordinal));
    }

    /// <summary>What a kind's own table says takes the place of what is said of every page.</summary>
    private Dictionary<string, Dictionary<string, bool>> Written(string subject, bool page)
    {
        var written = new Dictionary<string, Dictionary<string, bool>>();
        foreach (var heading in page ? new[] { Common, subject } : [subject])
        {
            foreach (var part in _guide.PartsOf(heading))
            {
                var fields = written.TryGetValue(part, out var before) ? before : written[part] = [];
                foreach (var (name, needed) in _guide.Table(part.Length == 0 ? heading : $"{heading}: {part}"))
                    fields[name] = needed;
            }
        }
        return written;
    }

    private static string[] Lines(Dictionary<string, Dictionary<string, bool>> parts) =>
    [
        .. parts.SelectMany(part => part.Value.Select(field => $"{(part.Key.Length > 0 ? part.Key + " > " : "")}{field.Key}{(field.Value ? ", needed" : "")}"))
            .Order(StringComparer.Ordinal),
    ];

    private static byte[] Make(string name) =>
        name.EndsWith(".pdf", StringComparison.Ordinal) ? SmallPdf.Write() : Photographs.Jpeg(640, 480);

    [GeneratedRegex(@"\b[a-z0-9-]+\.(pdf|jpg)\b")]
    private static partial Regex FileBeside();
}
