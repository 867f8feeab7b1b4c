using System.Collections.Frozen;
using System.Collections.Immutable;
using Advocacy.Content.PressReleases;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Advocacy.Generator.Markdown;

/// <summary>The places of one page that a link can lead to; no two have the same name.</summary>
/// <param name="taken">Names that the page has before its text is read.</param>
public sealed class Anchors(Entry entry, IEnumerable<string> taken)
{
    /// <summary>The main part, where the skip link leads, and the top, which browsers know by themselves.</summary>
    public static readonly ImmutableArray<string> OfEveryPage = ["main", "top"];

    /// <summary>Names that the theme gives on pages with a form or a document.</summary>
    public static readonly ImmutableArray<string> OfTheme =
    [
        "amount", "cancelled", "cover-fee", "cover-fee-hint", "designation", "email", "email-hint", "frequency", "order", "other-amount", "other-amount-hint",
        "payment-note", "tribute", "tribute-name", "tribute-name-hint",
    ];

    private static readonly FrozenSet<string> _reserved = [.. OfEveryPage, .. OfTheme];

    private readonly HashSet<string> _names = [.. taken.Where(name => !_reserved.Contains(name))];

    /// <summary>Those that are this page's own.</summary>
    public ImmutableArray<string> Names => [.. _names];

    /// <summary>A heading that the writer gave no name gets one from its words, numbered where that is taken.</summary>
    public void Name(HeadingBlock heading, string words, int line)
    {
        var attributes = heading.GetAttributes();
        if (attributes.Id is not null)
        {
            Take(attributes.Id, line);
            return;
        }
        var wanted = Address.Fit(words).Replace('.', '-').Replace('/', '-');
        if (wanted.Length == 0)
            wanted = "section";
        var name = wanted;
        for (var n = 2; !Add(name); n++)
            name = $"{wanted}-{n}";
        attributes.Id = name;
    }

    /// <summary>Takes in a name that the writer or Markdown gave.</summary>
    public void Note(MarkdownObject item, int line)
    {
        switch (item)
        {
            case HeadingBlock:
                break;
            case Footnote { Order: > 0 and var order }:
                _names.Add($"fn:{order}");
                break;
            case FootnoteLink { IsBackLink: false, Index: var index }:
                _names.Add($"fnref:{index}");
                break;
            default:
                if (item.TryGetAttributes()?.Id is { } id)
                    Take(id, line);
                break;
        }
    }

    private void Take(string name, int line)
    {
        if (!Add(name))
            entry.Problems.Add(line, $"the name \"#{name}\" is taken on this page", "give this place another");
    }

    private bool Add(string name) => !_reserved.Contains(name) && _names.Add(name);
}
