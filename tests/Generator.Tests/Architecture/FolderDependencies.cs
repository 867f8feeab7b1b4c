using System.Text.RegularExpressions;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Architecture;

/// <summary>
/// Which folder of a project uses which. They depend on each other in one direction, so that each can be understood without those above
/// it. Read from the sources: a file's namespace is its folder, and its <c>using</c> lines are the dependencies.
/// </summary>
public sealed partial class FolderDependencies
{
    private static readonly Dictionary<string, string> _allowed = new()
    {
        ["content"] = """
            Campaigns: Settings
            Documents: Pages
            Giving:
            GivingData: Campaigns Pages Settings
            Pages:
            Petitions: Documents Pages Settings
            PressReleases: Documents Pages Settings
            Settings: Documents Giving
            """,
        ["theme"] = """
            Campaigns:
            Documents:
            Donate: Views
            Layout:
            Localization:
            Rendering: Layout Localization Views
            Shared:
            Views: Localization
            """,
        ["generator"] = """
            Cli: Documents Loading Planning Text Validation
            Documents: Images Incremental Text
            Images: Incremental Text
            Incremental:
            Loading: Documents Images Incremental Search Text
            Markdown: Loading Text
            Outputs: Images Incremental Loading Planning Publishing Search Text
            Planning: Documents Incremental Loading Publishing Search Text
            Publishing:
            Rendering: Documents Incremental Loading Markdown Outputs Planning Publishing Search
            Search:
            Text:
            Validation: Documents Loading Outputs Planning Publishing Rendering Text
            """,
        ["functions"] = """
            Campaigns: Configuration Ledger
            Checkout: Campaigns Configuration Http Ledger
            Configuration: Ledger
            Donations: Campaigns Checkout Configuration Http Stripe
            Finance: Configuration Ledger Stripe Webhooks
            Hosting: Campaigns Checkout Configuration Donations Finance Http Ledger Stripe Webhooks
            Http: Configuration Ledger
            Ledger:
            Stripe: Configuration
            Webhooks: Checkout Configuration Http Ledger Stripe
            """,
        ["preview"] = """
            Backend: FunctionsHost Localization StripeEmulator
            FunctionsHost:
            Localization:
            Panel: Backend FunctionsHost StripeEmulator
            Server: Backend FunctionsHost Panel
            StripeEmulator: Localization
            """,
    };

    public static TheoryData<string> Projects => [.. _allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void AreTheAllowedOnes(string project) => Assert.Equal(
        _allowed[project].Split('\n'),
        Dependencies(project).OrderBy(folder => folder.Key, StringComparer.Ordinal)
            .Select(folder => $"{folder.Key}: {string.Join(' ', folder.Value)}".TrimEnd()));

    [Theory]
    [MemberData(nameof(Projects))]
    public void FormNoCircle(string project)
    {
        var left = Dependencies(project);
        // Whatever uses nothing that is left goes, until nothing does.
        while (left.FirstOrDefault(folder => !folder.Value.Any(left.ContainsKey)).Key is { } free)
            left.Remove(free);

        Assert.Empty(left.Keys);
    }

    /// <summary>The preview builds the functions, and starts them as a program of their own.</summary>
    [Theory]
    [InlineData("content")]
    [InlineData("theme", "content")]
    [InlineData("generator", "content", "theme")]
    [InlineData("functions", "content", "theme")]
    [InlineData("preview", "functions", "generator")]
    public void OfProjectsAreTheAllowedOnes(string project, params string[] others)
    {
        var file = Directory.GetFiles(Path.Combine(SiteFolder.Repository, project), "*.csproj").Single();

        Assert.Equal(
            others,
            Reference().Matches(File.ReadAllText(file)).Select(match => match.Groups["project"].Value).Order(StringComparer.Ordinal));
    }

    /// <returns>For each folder, those that its files use, by name.</returns>
    private static Dictionary<string, SortedSet<string>> Dependencies(string project)
    {
        var root = $"Advocacy.{char.ToUpperInvariant(project[0])}{project[1..]}.";
        var all = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var source in Sources(project))
        {
            var text = File.ReadAllText(source);
            if (FolderOf(Namespace().Match(text).Groups["name"].Value, root) is not { } folder)
                continue;
            if (!all.TryGetValue(folder, out var used))
                all.Add(folder, used = new SortedSet<string>(StringComparer.Ordinal));
            var others = Using().Matches(text).Select(m => FolderOf(m.Groups["name"].Value, root)).OfType<string>();
            used.UnionWith(others.Where(other => other != folder));
        }
        return all;
    }

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(Path.Combine(SiteFolder.Repository, project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    /// <returns>The first folder below the project; null for other projects, and for the project itself, which is above all.</returns>
    private static string? FolderOf(string name, string root) =>
        name.StartsWith(root, StringComparison.Ordinal) ? name[root.Length..].Split('.')[0] : null;

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?(?<name>Advocacy\.[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex("<ProjectReference Include=\"../(?<project>\\w+)/")]
    private static partial Regex Reference();
}
