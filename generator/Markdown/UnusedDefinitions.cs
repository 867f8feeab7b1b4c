using Advocacy.Generator.Loading.Entries;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Advocacy.Generator.Markdown;

/// <summary>Refuses lines that Markdown takes out of a text for the sake of links or words that the text does not have.</summary>
internal sealed class UnusedDefinitions(Entry entry, string text)
{
    private readonly List<LinkReferenceDefinition> _addresses = [];
    private readonly HashSet<LinkReferenceDefinition> _used = new(ReferenceEqualityComparer.Instance);

    public void Note(MarkdownObject item)
    {
        switch (item)
        {
            case FootnoteLinkReferenceDefinition:
                break;
            case LinkReferenceDefinition address:
                _addresses.Add(address);
                break;
            case LinkInline { Reference: { } address }:
                _used.Add(address);
                break;
        }
    }

    /// <summary>Once all of the text is noted.</summary>
    public void Report(MarkdownDocument document)
    {
        foreach (var address in _addresses)
        {
            if (address.Label!.StartsWith('^'))
                RejectNote(entry, address.Label, LineOf(address));
            else if (!_used.Contains(address))
                entry.Problems.Add(
                    LineOf(address),
                    $"no [{address.Label}] in the text leads to this address, and readers never see the line",
                    "take it out, or put a backslash before the [");
        }
        foreach (var abbreviation in document.GetAbbreviations()?.Values ?? Enumerable.Empty<Abbreviation>())
        {
            if (!IsInText(abbreviation))
                entry.Problems.Add(
                    LineOf(abbreviation),
                    $"the text has no \"{abbreviation.Label}\", which this line explains, and readers never see the line",
                    "take it out, or correct the word in the square brackets");
        }
    }

    /// <summary>Notes stand at the end of a page, whatever they are said about.</summary>
    public static void RejectNote(Entry entry, string label, int line) => entry.Problems.Add(
        line,
        $"the note [{label}] stands within a list, a quotation or a passage",
        "begin its line at the margin, below all of that, with an empty line before it");

    private bool IsInText(Abbreviation abbreviation)
    {
        for (var at = 0; text.IndexOf(abbreviation.Label!, at, StringComparison.Ordinal) is >= 0 and var found; at = found + 1)
        {
            if (found < abbreviation.Span.Start || found > abbreviation.Span.End)
                return true;
        }
        return false;
    }

    private int LineOf(MarkdownObject item) => item.Line + 1 + entry.TextLine;
}
