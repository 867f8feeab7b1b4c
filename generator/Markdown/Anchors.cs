using System.Collections.Immutable;
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
    private readonly HashSet<string> _names = [.. taken.Where(name => !ReservedAnchors.All.Contains(name))];

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
        var wanted = Address.FitPart(words);
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

    private bool Add(string name) => !ReservedAnchors.All.Contains(name) && _names.Add(name);
}
