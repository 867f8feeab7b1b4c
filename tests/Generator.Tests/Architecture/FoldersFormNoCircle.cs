using System.Text.RegularExpressions;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Architecture;

/// <summary>
/// The folders of a project depend on each other in one direction, so that each can be understood without those above it. Read from the
/// sources: a file's namespace is its folder, and its <c>using</c> lines are the arrows.
/// </summary>
public sealed partial class FoldersFormNoCircle
{
    /// <summary>Circles that are still there, and why. A circle of the same folders or of fewer is accepted.</summary>
    private static readonly Dictionary<string, (string[] Folders, string Reason)> _known = new()
    {
        ["content"] = (
            ["Campaigns", "Giving", "PressReleases", "Settings"],
            "site settings hold the rules of giving and the press kit, and both use settings"),
        ["theme"] = (["Donate", "Localization", "Views"], "word lists write the sentences of views"),
        ["functions"] = (
            ["Campaigns", "Checkout", "Configuration", "Donations", "Finance", "Hosting", "Http", "Ledger", "Stripe", "Webhooks"],
            "names of gifts lie with the form, and settings with their readers"),
        ["preview"] = (["FunctionsHost", "Panel", "Server", "StripeEmulator"], "the emulators share files of the server"),
    };

    [Theory]
    [InlineData("content")]
    [InlineData("theme")]
    [InlineData("generator")]
    [InlineData("functions")]
    [InlineData("preview")]
    public void InProject(string project)
    {
        var arrows = Arrows(project);
        var known = _known.TryGetValue(project, out var circle) ? circle.Folders : [];

        var found = arrows.Keys.Select(folder => CircleOf(folder, arrows)).Where(c => c.Length > 1 && c.Except(known).Any());

        Assert.Empty(found.Select(c => string.Join(" <-> ", c)).Distinct());
    }

    [Fact]
    public void TheGeneratorsFoldersAreRead() => Assert.Contains("Loading", Arrows("generator")["Planning"]);

    /// <returns>For each folder, those that its files use.</returns>
    private static Dictionary<string, HashSet<string>> Arrows(string project)
    {
        var root = $"Advocacy.{char.ToUpperInvariant(project[0])}{project[1..]}.";
        var arrows = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var source in Sources(project))
        {
            var text = File.ReadAllText(source);
            if (FolderOf(Namespace().Match(text).Groups["name"].Value, root) is not { } folder)
                continue;
            if (!arrows.TryGetValue(folder, out var used))
                arrows.Add(folder, used = new HashSet<string>(StringComparer.Ordinal));
            var others = Using().Matches(text).Select(m => FolderOf(m.Groups["name"].Value, root)).OfType<string>();
            used.UnionWith(others.Where(other => other != folder));
        }
        return arrows;
    }

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(Path.Combine(SiteFolder.Repository, project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    /// <returns>The first folder below the project; null for other projects, and for the project itself, which is above all.</returns>
    private static string? FolderOf(string name, string root) =>
        name.StartsWith(root, StringComparison.Ordinal) ? name[root.Length..].Split('.')[0] : null;

    /// <returns>All folders that lead to each other and to this one, by name.</returns>
    private static string[] CircleOf(string folder, Dictionary<string, HashSet<string>> arrows)
    {
        var from = Reachable(folder, arrows);
        return [.. from.Where(other => Reachable(other, arrows).Contains(folder)).Append(folder).Distinct().Order(StringComparer.Ordinal)];
    }

    private static HashSet<string> Reachable(string folder, Dictionary<string, HashSet<string>> arrows)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>([folder]);
        while (next.TryPop(out var here))
        {
            foreach (var other in arrows.GetValueOrDefault(here, []).Where(reached.Add))
                next.Push(other);
        }
        return reached;
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?(?<name>Advocacy\.[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
