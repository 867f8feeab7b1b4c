using System.Globalization;
using System.Text;
using Advocacy.TestKit;

namespace Advocacy.Fuzz;

/// <summary>Changes to a site such as mistyping, broken programs and strange keyboards make, and stranger ones.</summary>
internal sealed class Mutation(SiteFolder site, Random random)
{
    private static readonly string[] _tokens =
    [
        "---\n", "\n---\n", "...\n", "# ", "## ", "####### ", "- ", "* * *\n", "> ", "| a | b |\n|---|\n", "|", "```", "~~~\n", "\t",
        "    ", "\\",
        "[", "]", "](", "[a]: ", "[^1]", "[^1]: ", "![](x.png)", "![alt](photo.jpg \"t\")", "<script>", "<!--", "-->", "</", "&#0;",
        "&#x110000;",
        "&amp", "*[A]: b", "{", "}", "{.lead}", "{#main}", "{a=\"", ":", ": ", "?", "? ", "&a ", "*a", "!!binary ", "!<x> ",
        "%YAML 9.9\n", "<<: ", "'",
        "\"", "“", "”", "''", "\\u0000", "\0", "\u0001", "\u001b[2J", "\r", "\r\n", "\u0085", "\u2028", "\u200b", "\u202e", "\ufeff",
        "\ufffd",
        "\ue000", "é", "e\u0301", "ß", "İ", "👩‍👩‍👧", "\U000e0001", "عربى", "𝒳", "中文", "https://", "http://[", "mailto:", "javascript:x",
        "//", "../", "/../..",
        "/petitions/ferry/", "#asks", "?", "petition.pdf", "photo.jpg", "::: note\n", "::::", "[[", "$$", "~", "^", "==", "--", "+++",
        ".", "..", "…",
    ];

    private static readonly string[] _values =
    [
        "", "~", "null", "[]", "{}", "[a, [b, {c: d}]]", "{a: b}", "|", ">-", "|9", "&a", "*a", "!!int x", "-1", "0", "1e309",
        "9999999999999999999",
        "0x10", "NaN", "true", "no", "0001-01-01", "9999-12-31T23:59", "2026-02-30", "2026-13-45T25:61", "2026-03-08T02:30",
        "2026-03-02T09:00+99:99",
        "2026-3-2", "yesterday", "-", "--", "/", "//", "/../", "/a b/", "/index.html", "/petitions/", "https://example.test",
        "http://[::1", "mailto:",
        "../../etc/passwd", "a/../../b", "C:\\x", "con", "petition.pdf", "photo.jpg", "nobody@", "<b>", "\"", "'", "\"\\u0000\"",
        "\"\\ud800\"", "é",
        "[en, es, xx]", "[en, en]", "zz", "en-x-", "USD", "JPY", "XXX", "America/Chicago", "Mars/Base", "donate", "home", "original",
        "filed",
    ];

    private static readonly string[] _names =
    [
        "index.md", "a.md", "A.md", "é.md", "e\u0301.md", "a b.md", " .md", "-.md", "-a-.md", "a..md", "a.es.md", "a.xx.md",
        "index.es.es.md", ".md", "_.md",
        "a\nb.md", "a\tb.md", "a'b.md", "a\"b.md", "a:b.md", "a*.md", "a?.md", "a#b.md", "a%2f.md", "a\\b.md", "👩.md", "\u202ea.md",
        "2026.md", "page.md",
        "feed.md", "404.md", "api.md", "search.md", "con.md", "a.MD", "a.md.md", "x.yml", "x.es.yml", "-x.yml", "x.txt", "petition.txt",
        "petition.pdf", "photo.jpg",
        "a.html", "a.js", "urls.txt", "staticwebapp.config.json", "giving.json",
    ];

    private static readonly string[] _folders =
    [
        "", "pages/", "press-releases/", "press-releases/ferry/", "petitions/", "petitions/ferry/", "campaigns/", "press-kit/", "x/", "es/",
    ];

    private static readonly EnumerationOptions _all =
        new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private static readonly Lazy<byte[]> _photo = new(() => Photographs.Jpeg(640, 480));

    public List<string> Done { get; } = [];

    /// <summary>A document and a picture that the site shows.</summary>
    public void AddFiles()
    {
        if (random.Next(2) == 0)
        {
            site.Write("petitions/ferry/petition.pdf", SmallPdf.Write());
            site.Replace(SiteFolder.Petition, "    To: the Commission\n", "    To: the Commission\n    File: petition.pdf\n");
        }
        if (random.Next(4) == 0)
        {
            site.Write("press-releases/ferry/photo.jpg", _photo.Value);
            site.AddText(SiteFolder.Release, "\n![A ferry at its pier](photo.jpg)\n");
        }
        if (random.Next(2) == 0)
            site.Write("campaigns/spring.yml", SiteFolder.Spring);
    }

    public void Change()
    {
        var files = Directory.GetFiles(site.Input, "*", _all).Order(StringComparer.Ordinal).ToArray();
        if (files.Length == 0)
            return;
        var file = files[random.Next(files.Length)];
        switch (random.Next(12))
        {
            case 0 or 1 or 2:
                Edit(file, "value", Value);
                break;
            case 3 or 4:
                Edit(file, "token", text => text.Insert(random.Next(text.Length + 1), Text()));
                break;
            case 5:
                Edit(file, "lines", Lines);
                break;
            case 6 or 7:
                Bytes(file);
                break;
            case 8:
                Rename(file);
                break;
            case 9:
                Add(files);
                break;
            case 10:
                Edit(file, "repeated", text => text + string.Concat(Enumerable.Repeat(Token(), random.Next(1, 3000))));
                break;
            default:
                Replace(file);
                break;
        }
    }

    /// <summary>Some tokens in a row.</summary>
    public string Text() => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Token()));

    private string Token() => _tokens[random.Next(_tokens.Length)];

    private void Edit(string file, string what, Func<string, string> change)
    {
        if (Path.GetExtension(file) is not (".md" or ".yml" or ".txt"))
            return;
        Say(file, what);
        File.WriteAllText(file, change(File.ReadAllText(file)));
    }

    /// <summary>One field has another value, once or as a list of one, or another name.</summary>
    private string Value(string text)
    {
        var lines = text.Split('\n');
        var fields = Enumerable.Range(0, lines.Length).Where(i => lines[i].Contains(": ", StringComparison.Ordinal)).ToArray();
        if (fields.Length == 0)
            return text;
        var at = fields[random.Next(fields.Length)];
        var colon = lines[at].IndexOf(": ", StringComparison.Ordinal);
        var (name, value) = (lines[at][..colon], random.Next(3) == 0 ? Text() : _values[random.Next(_values.Length)]);
        if (random.Next(8) == 0)
            value = new string('x', random.Next(1, 2000));
        lines[at] = random.Next(10) == 0 ? $"{name.ToUpperInvariant()}: {value}" : $"{name}: {value}";
        Done.Add(lines[at].Length < 100 ? lines[at] : lines[at][..100]);
        return string.Join('\n', lines);
    }

    private string Lines(string text)
    {
        var lines = text.Split('\n').ToList();
        var (one, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(4))
        {
            case 0:
                lines.RemoveAt(one);
                break;
            case 1:
                lines.Insert(other, lines[one]);
                break;
            case 2:
                (lines[one], lines[other]) = (lines[other], lines[one]);
                break;
            default:
                lines[one] = new string(' ', random.Next(5)) + lines[one];
                break;
        }
        return string.Join('\n', lines);
    }

    private void Bytes(string file)
    {
        Say(file, "bytes");
        var bytes = File.ReadAllBytes(file).ToList();
        for (var i = random.Next(1, 8); i > 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    if (random.Next(4) == 0)
                        bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }
        File.WriteAllBytes(file, [.. bytes]);
    }

    private void Rename(string file)
    {
        var name = random.Next(12) == 0 ? $"{new string('a', random.Next(90, 245))}.md" : _names[random.Next(_names.Length)];
        Say(file, $"renamed to {name}");
        var folder = random.Next(2) == 0 ? Path.GetDirectoryName(file)! : site.PathOf(_folders[random.Next(_folders.Length)]);
        var to = Path.Combine(folder, name);
        if (Path.Exists(to))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(file, to);
    }

    private void Add(string[] files)
    {
        var folder = random.Next(8) == 0
            ? string.Concat(Enumerable.Repeat("deep/", random.Next(1, 60)))
            : _folders[random.Next(_folders.Length)];
        var name = folder + _names[random.Next(_names.Length)];
        if (Path.Exists(site.PathOf(name)))
            return;
        Done.Add($"added {name}");
        switch (random.Next(4))
        {
            case 0:
                site.Write(name, Text());
                break;
            case 1:
                Directory.CreateDirectory(site.PathOf(name));
                break;
            case 2:
                Directory.CreateDirectory(Path.GetDirectoryName(site.PathOf(name))!);
                File.CreateSymbolicLink(site.PathOf(name), random.Next(2) == 0 ? site.Input : "nowhere");
                break;
            default:
                site.Write(name, File.ReadAllBytes(files[random.Next(files.Length)]));
                break;
        }
    }

    private void Replace(string file)
    {
        Say(file, "replaced");
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        switch (random.Next(4))
        {
            case 0:
                File.Delete(file);
                break;
            case 1:
                File.WriteAllText(file, "");
                break;
            case 2:
                File.WriteAllBytes(file, bytes);
                break;
            default:
                File.WriteAllText(file, $"---\n{Text()}: {Text()}\n---\n{Text()}", new UTF8Encoding(random.Next(2) == 0));
                break;
        }
    }

    private void Say(string file, string what) =>
        Done.Add(string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(site.Input, file)} {what}"));
}
