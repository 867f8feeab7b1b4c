using Advocacy.Generator;
using Advocacy.Generator.Loading;
using Advocacy.TestKit;

namespace Advocacy.Tests.Generator.Loading;

/// <summary>
/// Learns from the generator's own messages which fields it knows: a field that nobody can know is answered with the
/// names of all that would do. Fields below fields are found by trying every name as a mapping and as a list of them.
/// </summary>
public sealed class KnownFields : Folder
{
    private const string Unknown = "Qqqqqqqqqqqqqqq";
    private const string Answer = "use one of ";
    private const string Missing = " is missing";

    /// <returns>By the name of the field that holds them, "" for the file itself: each field, and whether it is needed.</returns>
    public async Task<Dictionary<string, Dictionary<string, bool>>> OfAsync(string file)
    {
        var top = (await TryAsync(file, [])).Values.Single();
        var names = top.Keys.ToArray();
        var known = new Dictionary<string, Dictionary<string, bool>> { [""] = top };
        foreach (var form in new[] { "{{{0}: x}}", "[{{{0}: x}}]" })
        {
            var lines = names.Select(name => $"{name}: {string.Format(null, form, Unknown)}").ToArray();
            foreach (var (line, fields) in (await TryAsync(file, lines)).Where(found => found.Key > 0))
                known.Add(names[line - 1], fields);
        }
        return known;
    }

    /// <returns>By line after the first, which holds the unknown field of the file itself.</returns>
    private async Task<Dictionary<int, Dictionary<string, bool>>> TryAsync(string file, string[] lines)
    {
        var fences = file.EndsWith(".md", StringComparison.Ordinal) ? 1 : 0;
        var text = string.Join('\n', [$"{Unknown}: x", .. lines, ""]);
        var input = PathOf("input");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(input, file))!);
        await File.WriteAllTextAsync(Path.Combine(input, "site.yml"), "Name: x\nLanguages: [en, es]\n");
        await File.WriteAllTextAsync(Path.Combine(input, file), fences > 0 ? $"---\n{text}---\n" : text);

        var options = new BuildOptions(input, SiteFolder.Theme, PathOf("output"), DateTimeOffset.UnixEpoch);
        var result = await SiteBuilder.CheckAsync(options, default);
        var here = result.Problems.Where(p => p.Path.EndsWith('/' + file, StringComparison.Ordinal)).ToLookup(p => p.Line - 1 - fences);
        return here.Where(line => line.Any(IsAnswer)).ToDictionary(line => line.Key, line => Fields([.. line]));
    }

    private static bool IsAnswer(Problem problem) =>
        problem.What.Contains(Unknown, StringComparison.Ordinal) && problem.Fix.StartsWith(Answer, StringComparison.Ordinal);

    private static Dictionary<string, bool> Fields(Problem[] line) =>
        line.Single(IsAnswer).Fix[Answer.Length..].Split(", ").ToDictionary(name => name, name => line.Any(p => p.What == name + Missing));
}
