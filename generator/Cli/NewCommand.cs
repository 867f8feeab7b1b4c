using Advocacy.Content;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Text;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Cli;

/// <summary><c>generator new</c>: begins a press release, a petition, a campaign or a document, and says what to do next.</summary>
/// <param name="owner">The page that a document belongs to, such as <c>petitions/ferry</c>; null for the other kinds.</param>
internal sealed class NewCommand(
    string kind, string title, string? owner, string input, SiteSettings site, DateOnly today, TextWriter output, TextWriter errors)
{
    private static readonly CommandOption _owner = new("--in", "PAGE", "what a document belongs to: petitions/NAME or press-releases/NAME");

    public static CommandSyntax Syntax { get; } =
        new("new", "Begins a press release, petition, campaign or document, as a draft.", [SiteOptions.Input, _owner])
        {
            Words = ["KIND", "\"TITLE\""],
            Examples =
            [
                "generator new press-release \"The ferry runs again\"",
                "generator new petition \"A ferry for the islands\"",
                "generator new campaign \"Spring 2026\"",
                "generator new document \"The answer\" --in petitions/ferry",
            ],
        };

    /// <summary>How far in the items of a list stand where a writer has not chosen.</summary>
    private const string Usual = "  ";

    private const string Draft = "see it with: dotnet run --project preview -- --drafts";

    /// <returns>The command, or what is wrong with it, without a full stop.</returns>
    public static (NewCommand? Command, string? Wrong) Of(ParsedCommand.Run parsed, TimeProvider time, TextWriter output, TextWriter errors)
    {
        var (kind, title, owner) = (parsed.Words.ElementAtOrDefault(0), parsed.Words.ElementAtOrDefault(1), parsed[_owner]);
        if (Misuse(kind, title, owner) is { } wrong)
            return (null, wrong);
        var input = SiteOptions.InputOf(parsed);
        if (Input.Site(input) is not { } site)
        {
            const string fix = "run the command in the project's folder, or say where with --input";
            return (null, $"there is no {input}/site.yml that can be read; {fix}");
        }
        var today = Dates.Day(time.GetUtcNow(), site.TimeZone);
        return (new NewCommand(kind!, title!, owner, input, site, today, output, errors), null);
    }

    private static string? Misuse(string? kind, string? title, string? owner) => (kind, title, owner) switch
    {
        (not ("press-release" or "petition" or "campaign" or "document"), _, _) =>
            $"\"{kind}\" is not something to begin; write press-release, petition, campaign or document",
        (_, null, _) => $"new {kind} wants a title in quotation marks",
        (_, _, _) when string.IsNullOrWhiteSpace(title) || title.Any(EndsLine) => "the title is empty, or has more than one line",
        ("document", _, null) => "new document wants to know where it belongs: add --in petitions/NAME, or --in press-releases/NAME",
        (not "document", _, not null) => $"new {kind} has no --in",
        _ => null,
    };

    private static bool EndsLine(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029';

    public async Task<int> RunAsync()
    {
        var slug = Slug();
        return kind switch
        {
            "press-release" => await WriteAsync(
                $"{SiteSection.PressReleases}{slug}/index.md", ContentTemplates.PressRelease(title, today, site)),
            "petition" => await WriteAsync($"{SiteSection.Petitions}{slug}/index.md", ContentTemplates.Petition(title, today, site)),
            "campaign" => await WriteAsync($"{SiteSection.Campaigns}{slug}.yml", ContentTemplates.Campaign(title, today, site)),
            _ => await AddAsync($"{slug}-{Dates.Iso(today)}.pdf", OwnerIn(owner!)),
        };
    }

    /// <summary>
    /// From the title; where that has no letter for an address, from the day, and a number where the day has such a page already.
    /// A number alone is a year's archive.
    /// </summary>
    private string Slug()
    {
        var words = Address.Slug(title);
        if (words.Length > 0)
            return words.All(char.IsAsciiDigit) ? $"{kind}-{words}" : words;
        var day = $"{kind}-{Dates.Iso(today)}";
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? day : $"{day}-{n}").First(name => !IsTaken(name));
    }

    private bool IsTaken(string name)
    {
        var path = Path.Combine(input, $"{kind}s", name);
        return Path.Exists(path) || File.Exists($"{path}.yml");
    }

    /// <summary>Below the folder of the content, which completing names with the tab key puts before it.</summary>
    private string OwnerIn(string page) => (page.StartsWith($"{input}/", StringComparison.Ordinal) ? page[input.Length..] : page).Trim('/');

    private async Task<int> WriteAsync(string file, string text)
    {
        var path = Path.Combine(input, file);
        var other = file.EndsWith("/index.md", StringComparison.Ordinal) ? $"{path[..^"/index.md".Length]}.md" : path;
        if (File.Exists(path) || File.Exists(other))
            return await RefuseAsync(File.Exists(path) ? path : other, "is there already", "choose another title, or edit that file");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text);
        var place = TemplateText.In(site.Language).ToBeWritten;
        await output.WriteLineAsync($"{Shown(path)}\nNext: write it where it says \"{place}\"; {Draft}; then take out \"Draft: true\".");
        return ExitCode.Done;
    }

    private async Task<int> AddAsync(string file, string page)
    {
        var path = new[] { $"{page}/index.md", $"{page}.md" }.Select(f => Path.Combine(input, f)).FirstOrDefault(File.Exists);
        var list = page.Split('/')[0] switch { "petitions" => "Filings", "press-releases" => "Documents", _ => null };
        if (list is null || path is null)
        {
            const string fix = "name a petition or a press release that is, such as petitions/ferry-crossing";
            return await RefuseAsync(Path.Combine(input, page, "index.md"), "is not there", fix);
        }
        var lines = (await File.ReadAllLinesAsync(path)).ToList();
        if (lines.Exists(line => line.EndsWith($"File: {file}", StringComparison.Ordinal)))
            return await RefuseAsync(path, $"names {file} already", "choose another title, or edit that file");
        var end = lines.IndexOf("---", 1);
        if (lines[0] != "---" || end < 0)
            return await RefuseAsync(path, "has no front matter", "begin it with a line ---, the fields, and another line ---");
        var (at, indent) = Place(lines, end, list);
        var isNamed = indent is not null || lines.Contains($"# {list}:");
        if (!isNamed)
            lines.Insert(at, $"# {list}:");
        lines.InsertRange(isNamed ? at : at + 1, ContentTemplates.Document(title, today, list, file, site, indent ?? Usual));
        await File.WriteAllTextAsync(path, string.Join('\n', lines) + "\n");
        await output.WriteLineAsync($"{Shown(path)}:{at + 1}\nNext: put {file} beside it, fill in the fields there, "
            + "and take away the number signs; do the same in its translations; see it with: dotnet run --project preview");
        return ExitCode.Done;
    }

    /// <returns>
    /// The line behind the last item of a list and how far in its items stand; null, and the end of the front matter, where there is
    /// no such list.
    /// </returns>
    private static (int Line, string? Indent) Place(List<string> lines, int end, string list)
    {
        var start = lines.FindIndex(0, end, line => line.TrimEnd().Equals($"{list}:", StringComparison.OrdinalIgnoreCase));
        if (start < 0)
            return (end, null);
        var next = lines.FindIndex(start + 1, end - start - 1, line => line.Length > 0 && line[0] is not (' ' or '-' or '#'));
        var behind = next < 0 ? end : next;
        var first = lines.Take(behind).Skip(start + 1).FirstOrDefault(line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal));
        return (behind, first is null ? Usual : first[..first.IndexOf('-', StringComparison.Ordinal)]);
    }

    private async Task<int> RefuseAsync(string path, string what, string fix)
    {
        await errors.WriteLineAsync($"{Shown(path)} {what}; {fix}.");
        return ExitCode.Problems;
    }

    private static string Shown(string path) => path.Replace('\\', '/');
}
