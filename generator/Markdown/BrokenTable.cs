using Advocacy.Generator.Loading.Entries;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Advocacy.Generator.Markdown;

/// <summary>Refuses what a writer meant for a table and Markdown takes for text, so that readers would get its bars.</summary>
internal sealed class BrokenTable(Entry entry, string text)
{
    private Block? _checked;

    /// <param name="bar">Text with an upright bar in it.</param>
    public void Check(LiteralInline bar)
    {
        Inline outermost = bar;
        while (outermost.Parent is { } parent)
            outermost = parent;
        if (outermost is ContainerInline { ParentBlock: ParagraphBlock paragraph } && paragraph != _checked)
        {
            _checked = paragraph;
            Check(paragraph);
        }
    }

    private void Check(ParagraphBlock paragraph)
    {
        var source = text.AsSpan(paragraph.Span.Start, Math.Min(paragraph.Span.Length, text.Length - paragraph.Span.Start));
        var (line, touching, separator, rows) = (paragraph.Line, -1, -1, 0);
        foreach (var range in source.Split('\n'))
        {
            // Within a quotation each line begins with its sign.
            var row = source[range].Trim(" \t>");
            // Text before a table is none of it to Markdig; text behind it makes all of it text.
            if (!row.Contains('|'))
                touching = touching < 0 && separator >= 0 ? line : touching;
            else if (row.Contains('-') && !row.ContainsAnyExcept("|-: \t"))
                separator = line;
            rows = row is ['|', _, .., '|'] ? rows + 1 : rows;
            if (rows == 2 && separator < 0)
            {
                RejectRows(line, row.Count('|') - 1);
                return;
            }
            line++;
        }
        if (separator >= 0)
            RejectTable(touching >= 0 ? touching : separator, touching >= 0);
    }

    private void RejectTable(int line, bool isTouched) => entry.Problems.Add(
        line + 1 + entry.TextLine,
        $"{(isTouched ? "a line of text touches the table" : "the table is not whole")}, and readers would get its bars",
        isTouched ? "put an empty line between them" : "give each of its lines the same number of bars");

    private void RejectRows(int line, int columns) => entry.Problems.Add(
        line + 1 + entry.TextLine,
        "a table needs a line of hyphens below the names of its columns; without it readers would get its bars",
        $"add \"|{string.Concat(Enumerable.Repeat("---|", Math.Max(columns, 1)))}\" there, or put a backslash before each |");
}
