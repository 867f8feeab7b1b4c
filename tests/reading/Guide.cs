using System.Text.RegularExpressions;

namespace Advocacy.Tests.Reading;

/// <summary>The guide for writers, as its readers find things in it: a table under its heading, an example by its file's name.</summary>
public sealed partial class Guide
{
    private readonly string[] _lines = File.ReadAllLines(Path.Combine(Project, "input", "_guide.md"));

    /// <summary>By file, from the word after the fence's language.</summary>
    public IEnumerable<(string File, string Text)> Examples =>
        Example().Matches(string.Join('\n', _lines)).Select(m => (m.Groups["file"].Value, m.Groups["text"].Value));

    private static string Project
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Advocacy.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run inside the project's folder.");
        }
    }

    /// <summary>Headings of tables whose name begins with <paramref name="subject"/>: "Petition" or "Petition: Filings".</summary>
    public IEnumerable<string> PartsOf(string subject) => _lines
        .Where(line => line == $"### {subject}" || line.StartsWith($"### {subject}: ", StringComparison.Ordinal))
        .Select(line => line[$"### {subject}".Length..].TrimStart(':', ' '));

    /// <returns>Each field of the table under the heading, and whether it is needed.</returns>
    public Dictionary<string, bool> Table(string heading) => _lines
        .SkipWhile(line => line != $"### {heading}").Skip(1)
        .TakeWhile(line => !line.StartsWith('#'))
        .Where(line => line.StartsWith('|')).Skip(2)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(cells => cells[1].Trim('`'), cells => cells[2] == "yes");

    [GeneratedRegex(@"^```\w+ input/(?<file>\S+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
