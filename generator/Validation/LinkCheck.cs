using Advocacy.Generator.Loading;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Text;

namespace Advocacy.Generator.Validation;

/// <summary>
/// The places on pages and the files that texts link to exist. Whether the page itself exists is checked as its address is resolved
/// (<see cref="Links.Resolve"/>).
/// </summary>
internal sealed class LinkCheck : ISiteCheck
{
    private const int MostNamed = 8;

    public CheckStage Stage => CheckStage.Rendered;

    public void Check(CheckContext context)
    {
        // What a withdrawn page itself says is not shown any more.
        foreach (var link in context.Plan.Links.ToPlaces.Where(link => link.From.Content.Withdrawn is null))
            CheckPlace(link, context);
        if (context.Input.IsWhole)
            CheckFiles(context);
    }

    private static void CheckPlace(UncheckedLink link, CheckContext context)
    {
        var (from, line, url, place) = link;
        if (ReservedAnchors.OfEveryPage.Contains(place))
            return;
        if (context.Plan.Links.At(url) is { Content.Withdrawn: not null })
        {
            from.Problems.Add(line, $"{url} was withdrawn, and has no place \"#{place}\" any more", $"take out \"#{place}\"");
            return;
        }
        var anchors = context.Rendered.AnchorsOf(url);
        if (anchors.Contains(place))
            return;
        // Those of footnotes have a colon, and nobody writes them.
        var known = anchors.Where(a => !a.Contains(':', StringComparison.Ordinal)).ToArray();
        from.Problems.Add(
            line,
            $"{(url == from.Content.Url ? "this page" : url)} has no place \"#{place}\"",
            SpellingSuggestion.To(place, known) is { } near ? $"did you mean #{near}"
            : known.Length > 0 ? $"write one of {string.Join(", ", known.Take(MostNamed).Select(a => $"#{a}"))}"
            : $"take out \"#{place}\"");
    }

    private static void CheckFiles(CheckContext context)
    {
        var published = context.Rendered.Files.Addresses;
        UncheckedLink[] broken = [.. context.Plan.Links.ToFiles.Where(l => l.From.Content.Withdrawn is null && !published.Contains(l.Url))];
        if (broken.Length == 0)
            return;
        // A page that is not public yet may link to a file that is not public yet.
        var later = FileAddresses.Ever(context.Input, context.Site.Attachments).ToHashSet(StringComparer.Ordinal);
        foreach (var (from, line, url, _) in broken)
        {
            if (context.Gate.Shows(from.Content) || !later.Contains(url))
            {
                from.Problems.Add(
                    line,
                    $"nothing is published at {url}",
                    SpellingSuggestion.To(url, published) is { } near ? $"did you mean {near}" : "correct the address");
            }
        }
    }
}
