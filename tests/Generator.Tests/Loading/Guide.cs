using System.Text.RegularExpressions;
using Advocacy.TestKit;

namespace Advocacy.Tests.Generator.Loading;

/// <summary>
/// The guide for writers in one of its languages, as its readers find things in it: a table under its heading, an example by its
/// file's name.
/// </summary>
/// <param name="Needed">What the column of that name says of a field that must be there.</param>
/// <param name="Subjects">The headings of the tables, as the guide in English has them, in this language.</param>
public sealed partial record Guide(string Name, string Needed, IReadOnlyDictionary<string, string> Subjects)
{
    public static Guide English { get; } = new("_guide.md", "yes", new Dictionary<string, string>());

    public static Guide Spanish { get; } = new("_guide.es.md", "sí", new Dictionary<string, string>
    {
        ["Every page"] = "Toda página",
        ["Press release"] = "Comunicado",
        ["Petition"] = "Petición",
        ["Page"] = "Página",
        ["Campaign"] = "Campaña",
        ["site.LANGUAGE.yml"] = "site.IDIOMA.yml",
    });

    private readonly string[] _lines = File.ReadAllLines(Path.Combine(SiteFolder.Repository, "input", Name));

    /// <summary>By file, from the word after the fence's language.</summary>
    public IEnumerable<(string File, string Text)> Examples =>
        Example().Matches(string.Join('\n', _lines)).Select(m => (m.Groups["file"].Value, m.Groups["text"].Value));

    /// <summary>The rank of each heading, in order. Those of examples count as well.</summary>
    public IEnumerable<string> Headings => _lines.Where(line => line.StartsWith('#')).Select(line => line.Split(' ')[0]);

    /// <summary>What a writer types in a terminal, without the words of their own.</summary>
    public IEnumerable<string> Commands => Command().Matches(string.Join('\n', _lines)).Select(m => Quoted().Replace(m.Value, "\"…\""));

    /// <summary>What stands in <c>code</c> where a table says what to write: values that mean the same in every language.</summary>
    public IEnumerable<string> Values(string subject, string part) =>
        from cells in Rows(subject, part)
        from value in Code().Matches(cells[3]).Select(m => $"{cells[1]}: {m.Value}").Order(StringComparer.Ordinal)
        select value;

    /// <summary>What a translation may leave out, as the guide says in a line that begins with the fields.</summary>
    public IEnumerable<string> Shared => _lines
        .SkipWhile(line => !line.StartsWith("`Layout`, ", StringComparison.Ordinal))
        .TakeWhile(line => line.Length > 0)
        .SelectMany(line => Code().Matches(line))
        .Select(m => m.Value.Trim('`'));

    /// <summary>Headings of tables whose name begins with <paramref name="subject"/>: "Petition" or "Petition: Filings".</summary>
    public IEnumerable<string> PartsOf(string subject) => _lines
        .Where(line => line == $"### {Here(subject)}" || line.StartsWith($"### {Here(subject)}: ", StringComparison.Ordinal))
        .Select(line => line[$"### {Here(subject)}".Length..].TrimStart(':', ' '));

    /// <returns>Each field of the table under the heading, and whether it is needed.</returns>
    public Dictionary<string, bool> Table(string subject, string part) =>
        Rows(subject, part).ToDictionary(cells => cells[1].Trim('`'), cells => cells[2] == Needed);

    private IEnumerable<string[]> Rows(string subject, string part) => _lines
        .SkipWhile(line => line != $"### {Here(subject)}{(part.Length == 0 ? "" : $": {part}")}").Skip(1)
        .TakeWhile(line => !line.StartsWith('#'))
        .Where(line => line.StartsWith('|')).Skip(2)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    private string Here(string subject) => Subjects.GetValueOrDefault(subject, subject);

    [GeneratedRegex(@"^```\w+ input/(?<file>\S+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"dotnet run [^`\n]*")]
    private static partial Regex Command();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex Code();
}
