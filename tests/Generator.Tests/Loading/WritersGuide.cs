using System.Text.RegularExpressions;
using Advocacy.Generator;
using Advocacy.Generator.Loading.Entries;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Loading;

public sealed partial class WritersGuide : Folder
{
    private const string Common = "Every page";

    private static readonly Guide[] _guides = [Guide.English, Guide.Spanish];

    private static readonly (string Subject, string File)[] _subjects =
    [
        ("Press release", "press-releases/probe.md"),
        ("Petition", "petitions/probe.md"),
        ("Page", "probe.md"),
        ("Campaign", "campaigns/probe.yml"),
        ("site.yml", "site.yml"),
        ("site.LANGUAGE.yml", "site.es.yml"),
    ];

    public static TheoryData<string, string> Subjects
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (subject, file) in _subjects)
                data.Add(subject, file);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public async Task NamesExactlyTheFieldsThatAreKnownAndWhichAreNeeded(string subject, string file)
    {
        using var probe = new KnownFields();

        var inCode = Lines(await probe.OfAsync(file));

        foreach (var guide in _guides)
        {
            var inGuide = Lines(Written(guide, subject, file.EndsWith(".md", StringComparison.Ordinal)));
            string[] differences =
            [
                .. inCode.Except(inGuide).Select(field => $"input/{guide.Name} lacks {subject}: {field}"),
                .. inGuide.Except(inCode).Select(field => $"input/{guide.Name} has what is not known, {subject}: {field}"),
            ];
            Assert.True(differences.Length == 0, string.Join('\n', differences));
        }
    }

    [Theory]
    [InlineData("_guide.md")]
    [InlineData("_guide.es.md")]
    public async Task HasExamplesThatBuildWithoutProblems(string name)
    {
        var guide = _guides.Single(g => g.Name == name);
        var input = Directory.CreateDirectory(PathOf("input")).FullName;
        foreach (var (file, text) in guide.Examples)
        {
            var path = Path.Combine(input, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text);
            foreach (var beside in FileBeside().Matches(text).Select(m => m.Value))
                await File.WriteAllBytesAsync(Path.Combine(Path.GetDirectoryName(path)!, beside), Make(beside));
        }

        var later = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var result = await SiteBuilder.CheckAsync(new BuildOptions(input, SiteFolder.Theme, PathOf("output"), later), default);

        Assert.Equal([], result.Problems.Select(p => p.ToString()));
        Assert.Contains(guide.Examples, example => example.File.StartsWith("press-releases/", StringComparison.Ordinal));
    }

    [Fact]
    public void SaysWhatATranslationMayLeaveOut()
    {
        var shared = Translations.Shared.Order(StringComparer.Ordinal);

        Assert.All(_guides, guide => Assert.Equal(shared, guide.Shared.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void HasTheSameInBothLanguages()
    {
        var (english, spanish) = (Guide.English, Guide.Spanish);

        Assert.Equal(english.Headings, spanish.Headings);
        Assert.Equal(english.Commands, spanish.Commands);
        var spanishFiles = spanish.Examples.Select(e => e.File.Replace(".en.", ".es.", StringComparison.Ordinal));
        Assert.Equal(english.Examples.Select(e => e.File), spanishFiles);
        foreach (var subject in _subjects.Select(s => s.Subject).Prepend(Common))
        {
            Assert.Equal(english.PartsOf(subject), spanish.PartsOf(subject));
            Assert.All(english.PartsOf(subject), part => Assert.Equal(english.Values(subject, part), spanish.Values(subject, part)));
        }
    }

    /// <summary>What a kind's own table says takes the place of what is said of every page.</summary>
    private static Dictionary<string, Dictionary<string, bool>> Written(Guide guide, string subject, bool page)
    {
        var written = new Dictionary<string, Dictionary<string, bool>>();
        foreach (var heading in page ? new[] { Common, subject } : [subject])
        {
            foreach (var part in guide.PartsOf(heading))
            {
                var fields = written.TryGetValue(part, out var before) ? before : written[part] = [];
                foreach (var (name, needed) in guide.Table(heading, part))
                    fields[name] = needed;
            }
        }
        return written;
    }

    private static string[] Lines(Dictionary<string, Dictionary<string, bool>> parts)
    {
        var lines = parts.SelectMany(part => part.Value.Select(field => Line(part.Key, field.Key, field.Value)));
        return [.. lines.Order(StringComparer.Ordinal)];

        static string Line(string part, string field, bool needed) =>
            $"{(part.Length > 0 ? $"{part} > " : "")}{field}{(needed ? ", needed" : "")}";
    }

    private static byte[] Make(string name) =>
        name.EndsWith(".pdf", StringComparison.Ordinal) ? SmallPdf.Write() : Photographs.Jpeg(640, 480);

    [GeneratedRegex(@"\b[a-z0-9-]+\.(pdf|jpg)\b")]
    private static partial Regex FileBeside();
}
