using System.Text.RegularExpressions;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Docs;

/// <summary>
/// Each path, project, link and anchor that README, CONTRIBUTING, SECURITY and <c>docs/</c> name exists. The changelog is left out,
/// since it speaks of what was.
/// </summary>
/// <remarks>
/// A path is what stands in code, has a slash and does not begin with one (that is an address of the site). A path may have a placeholder:
/// a word in capitals, as in <c>input/campaigns/NAME.yml</c>, or a star; then the folder before it must exist. What git ignores is made
/// by a build. A source file or a file of the build may be named without its folder.
/// </remarks>
public sealed partial class DocumentationReferences
{
    private static readonly string _root = SiteFolder.Repository;

    public static TheoryData<string> Documents => new(
        [
            "README.md", "CONTRIBUTING.md", "SECURITY.md",
            .. Directory.GetFiles(Path.Combine(_root, "docs"), "*.md").Select(file => $"docs/{Path.GetFileName(file)}")
                .Order(StringComparer.Ordinal),
        ]);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Exist(string document)
    {
        string[] missing = [.. Missing(document, File.ReadAllText(Path.Combine(_root, document)))];

        Assert.True(missing.Length == 0, string.Join('\n', missing));
    }

    [Fact]
    public void AreReportedWhereTheyDoNotExist()
    {
        const string Text = """
            # A heading: `code` & more

            `generator/Gone.cs`, `generator/SiteBuilder.cs`, `theme/nowhere/`, `inptu/site.yml`, `Gone.cs`, `SiteBuilder.cs`, `/donate/`
            `input/campaigns/NAME.yml`, `input/nowhere/NAME.yml`, `output/urls.txt`, `functions/bin/`, `a = b / c`
            `dotnet test tests/Nothing.Tests --filter X`

                dotnet run --project nothing -- build      # a comment about generator/Gone.cs
                tests/gone.sh [ROUNDS] && tests/run.sh
                STRIPE_SECRET_KEY=sk_test_… dotnet run -c Release --project generator

            ```mermaid
            flowchart LR
              gone["generator/Drawn.cs"]
            ```

            [here](#a-heading-code--more) [nowhere](#another) [file](docs/architecture.md#why-not-statiqweb)
            [wrong](docs/architecture.md#wrong) [gone](docs/gone.md) [away](https://www.example.org/#x)
            <img src="docs/images/gone.webp" alt="">
            """;

        Assert.Equal(
            [
                "Test.md:3: there is no generator/Gone.cs",
                "Test.md:3: there is no theme/nowhere/",
                "Test.md:3: there is no inptu/site.yml",
                "Test.md:3: there is no Gone.cs",
                "Test.md:4: there is no input/nowhere/NAME.yml",
                "Test.md:5: there is no project tests/Nothing.Tests",
                "Test.md:7: there is no project nothing",
                "Test.md:8: there is no tests/gone.sh",
                "Test.md:16: #another leads nowhere",
                "Test.md:17: docs/architecture.md#wrong leads nowhere",
                "Test.md:17: docs/gone.md leads nowhere",
                "Test.md:18: docs/images/gone.webp leads nowhere",
            ],
            Missing("Test.md", Text));
    }

    private static IEnumerable<string> Missing(string document, string text)
    {
        var fence = "";
        foreach (var (at, line) in text.Split('\n').Index())
        {
            var where = $"{document}:{at + 1}: ";
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                fence = fence.Length > 0 ? "" : line.Trim();
                continue;
            }
            var isCommand = fence is "```bash" or "```sh" || fence.Length == 0 && line.StartsWith("    ", StringComparison.Ordinal);
            if (fence.Length > 0 && !isCommand)
                continue;
            var found = isCommand ? OfCommand(line.Split(" # ")[0]) : OfProse(document, text, line);
            foreach (var what in found.Distinct())
                yield return where + what;
        }
    }

    private static IEnumerable<string> OfProse(string document, string text, string line) =>
    [
        .. Code().Matches(line).SelectMany(code => OfCode(code.Groups["code"].Value)),
        .. OfLinks(document, text, Code().Replace(line, "")),
    ];

    private static IEnumerable<string> OfCode(string code) =>
        code.Contains(' ', StringComparison.Ordinal) ? OfCommand(code)
        : IsMissing(code) ? [$"there is no {code}"]
        : [];

    /// <summary>What begins with a folder of the repository is a path; anything else could be an argument of any kind.</summary>
    private static IEnumerable<string> OfCommand(string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var projects = Project().Matches(command).Select(match => match.Groups["project"].Value).ToArray();
        return
        [
            .. projects.Where(project => !IsProject(project)).Select(project => $"there is no project {project}"),
            .. words.Except(projects).Where(word => IsInFolder(word) && IsMissing(word)).Select(word => $"there is no {word}"),
        ];
    }

    private static IEnumerable<string> OfLinks(string document, string text, string line)
    {
        foreach (var link in Link().Matches(line).Select(match => match.Groups["to"].Value))
        {
            if (link.Contains(':', StringComparison.Ordinal))
                continue;
            var (path, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, "");
            var file = path.Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, path);
            if (!Leads(path.Length == 0 ? text : null, Path.Combine(_root, file), anchor))
                yield return $"{link} leads nowhere";
        }
    }

    /// <param name="text">Of the document itself; null where the link leads to a file.</param>
    private static bool Leads(string? text, string file, string anchor) =>
        (text is not null || Path.Exists(file)) && (anchor.Length == 0 || Anchors(text ?? File.ReadAllText(file)).Contains(anchor));

    private static bool IsMissing(string code)
    {
        if (NameAlone().IsMatch(code))
            return !Directory.EnumerateFiles(_root, code, SearchOption.AllDirectories).Any();
        if (!PathOfFolders().IsMatch(code) || Path.Exists(Path.Combine(_root, code)) || IsIgnored(code))
            return false;
        var placeholder = Array.FindIndex(code.Split('/'), part => Placeholder().IsMatch(part));
        return placeholder <= 0 || !Directory.Exists(Path.Combine([_root, .. code.Split('/').Take(placeholder)]));
    }

    private static bool IsInFolder(string word) => Directory.Exists(Path.Combine(_root, word.Split('/')[0]));

    private static bool IsProject(string project) => Path.Combine(_root, project) is var path && Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*.csproj").Any()
        : path.EndsWith(".sln", StringComparison.Ordinal) && File.Exists(path);

    /// <summary>Lines of <c>.gitignore</c>: from the root where they begin with a slash, and otherwise in any folder.</summary>
    private static bool IsIgnored(string path) =>
        File.ReadLines(Path.Combine(_root, ".gitignore")).Append(".azurefunctions/").Where(line => line.Length > 0)
            .Any(line => line[0] == '/'
                ? $"/{path}/".StartsWith($"{line.TrimEnd('/')}/", StringComparison.Ordinal)
                : $"/{path}/".Contains($"/{line.TrimEnd('/')}/", StringComparison.Ordinal));

    /// <summary>As GitHub makes them of headings: small letters, no punctuation, hyphens for spaces.</summary>
    private static HashSet<string> Anchors(string text)
    {
        var isFenced = false;
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            isFenced ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isFenced && Heading().Match(line) is { Success: true } heading)
                anchors.Add(Punctuation().Replace(heading.Groups["words"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));
        }
        return anchors;
    }

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\bdotnet (?:(?:test|build|publish) (?!-)|run (?:\S+ )*?--project )(?<project>[\w./-]+)")]
    private static partial Regex Project();

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)|\b(src|href)=""(?<to>[^""]+)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"\A[\w.-]+(/[\w.*-]+)*/?\z(?<=/.*)")]
    private static partial Regex PathOfFolders();

    [GeneratedRegex(@"\A\w[\w.-]*\.(cs|razor|csproj|props|targets|sln|sh)\z")]
    private static partial Regex NameAlone();

    [GeneratedRegex(@"(\A|[._-])[A-Z]{2,}([._-]|\z)|\*")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\A#{1,6} (?<words>.+)\z")]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();
}
