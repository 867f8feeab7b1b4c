using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Advocacy.Content.Pages;
using Advocacy.Generator.Text;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Documents.Reading;

/// <summary>A document's text in lines, one for each passage, as it is kept and handed from process to process.</summary>
public static class Transcript
{
    /// <summary>Characters. A page of the site holds no more; the file itself does.</summary>
    public const int Most = 1_000_000;

    /// <summary>The line after which the file goes on.</summary>
    private const string End = "end";

    /// <summary>The page that the text is shown on has headings of the first two levels itself.</summary>
    private const int Above = 2;

    /// <returns>Empty where there is no text at all.</returns>
    public static string Write(IEnumerable<DocumentBlock> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        var text = new StringBuilder();
        var hasWords = false;
        foreach (var passage in passages)
        {
            var kind = passage switch
            {
                PageStart => "page",
                Cut => End,
                Heading heading => string.Create(CultureInfo.InvariantCulture, $"h{Math.Clamp(heading.Level, 1, 9)}"),
                ListItem => "li",
                _ => "p",
            };
            var line = passage is PageStart start ? string.Create(CultureInfo.InvariantCulture, $"page {start.Number}")
                : $"{kind}{(passage.Language is { } language ? $"@{language}" : "")} {OneLine(passage.Text)}".TrimEnd();
            if (text.Length + line.Length > Most)
            {
                text.Append('\n').Append(End);
                break;
            }
            hasWords |= passage.Text.Any(char.IsLetterOrDigit);
            text.Append(text.Length > 0 ? "\n" : "").Append(line);
        }
        return hasWords ? text.ToString() : "";
    }

    /// <summary>Whether the file says more than the text does.</summary>
    public static bool IsCut(string text) => text.EndsWith($"\n{End}", StringComparison.Ordinal);

    /// <summary>The text as it stands on a page: its headings below the page's own, its pages as places to link to.</summary>
    public static Body Body(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = ImmutableArray.CreateBuilder<BodyPart>();
        var anchors = ImmutableArray.CreateBuilder<string>();
        var (html, said) = (new StringBuilder(), new JoinedText());
        var (level, listing, page) = (Above, false, 0);
        foreach (var line in text.Split('\n'))
        {
            var (name, plain) = line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space
                ? (line[..space], line[(space + 1)..])
                : (line, "");
            var words = WebUtility.HtmlEncode(plain);
            var (kind, language) = name.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
                ? (name[..at], Mark(name[(at + 1)..]))
                : (name, "");
            if (listing != (kind == "li"))
                html.Append((listing = !listing) ? "<ul class=\"plain\">" : "</ul>\n");
            switch (kind)
            {
                case "page":
                    Flush();
                    parts.Add(new PagePart(page = int.Parse(words, CultureInfo.InvariantCulture)));
                    anchors.Add($"page={words}");
                    break;
                case ['h', var digit]:
                    said.Add(plain);
                    level = Math.Min(Math.Min(digit - '0' + Above, level + 1), 6);
                    html.Append(CultureInfo.InvariantCulture, $"<h{level}{language}>{words}</h{level}>\n");
                    break;
                case "li":
                    said.Add(plain);
                    html.Append(CultureInfo.InvariantCulture, $"<li{language}>{words}</li>");
                    break;
                case "p":
                    said.Add(plain);
                    html.Append(CultureInfo.InvariantCulture, $"<p{language}>{words}</p>\n");
                    break;
                case End:
                    Flush();
                    parts.Add(new CutPart(page));
                    break;
            }
        }
        html.Append(listing ? "</ul>\n" : "");
        Flush();
        return new Body(parts.ToImmutable()) { Anchors = anchors.ToImmutable() };

        void Flush()
        {
            if (html.Length > 0)
                parts.Add(new HtmlPart(html.ToString()) { Text = said.Take() });
            html.Clear();
        }
    }

    private static string Mark(string language) => $" lang=\"{language}\" dir=\"{Direction.Of(language)}\"";

    /// <summary>Spaces and line ends as one space; control characters, and halves of characters, gone.</summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            else if (!Rune.IsControl(rune) && rune != Rune.ReplacementChar)
                line.Append(rune);
        }
        return line.ToString().TrimEnd();
    }
}
