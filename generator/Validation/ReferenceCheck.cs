using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Text;

namespace Advocacy.Generator.Validation;

/// <summary>The petitions and press releases that front matter names exist, and are not drafts where the page itself is public.</summary>
internal sealed class ReferenceCheck : ISiteCheck
{
    public CheckStage Stage => CheckStage.Planned;

    public void Check(CheckContext context)
    {
        foreach (var entry in context.Input.Entries)
        {
            foreach (var reference in entry.References)
                Check(context, entry, reference);
        }
    }

    private static void Check(CheckContext context, Entry entry, Reference reference)
    {
        var (what, folder) = reference.Kind == ReferenceKind.Petition ? ("petition", "petitions") : ("press release", "press-releases");
        var url = $"/{folder}/{reference.Slug}/";
        if (context.Plan.Links.At(url) is not { } target || !IsMeant(target))
        {
            if (context.Input.Unread.Contains(url))
                return;
            var names = context.Input.Entries.Where(IsMeant).Select(e => e.Slug);
            entry.Problems.Add(
                reference.Line,
                $"there is no {what} \"{reference.Slug}\"",
                SpellingSuggestion.To(reference.Slug, names) is { } near ? $"did you mean {near}" : "correct the name");
        }
        else if (context.Gate.Shows(entry.Content) && !context.Gate.Shows(target.Content) && target.Content.Draft)
        {
            entry.Problems.Add(reference.Line, $"the {what} \"{reference.Slug}\" is a draft", "take it out until that is published");
        }

        bool IsMeant(Entry e) => reference.Kind == ReferenceKind.Petition ? e.Content is Petition : e.Content is PressRelease;
    }
}
