using Advocacy.Generator.Documents;
using Advocacy.Generator.Documents.Hidden;
using Advocacy.Generator.Loading.Entries;

namespace Advocacy.Generator.Validation;

/// <summary>No file is published with what it hides, unless somebody has looked at it and answers for it.</summary>
internal sealed class HiddenContentCheck : ISiteCheck
{
    public CheckStage Stage => CheckStage.Rendered;

    public void Check(CheckContext context)
    {
        var reviews = HiddenReview.ByFile(context.Input);
        foreach (var document in context.Site.Attachments.Documents.Where(d => d.Facts.Hidden.Any(h => h.Refused)))
            Check(document, [.. reviews[document.File]]);
    }

    private static void Check(AttachedDocument document, HiddenReview[] reviews)
    {
        var (facts, name) = (document.Facts, Path.GetFileName(document.File));
        if (reviews.Any(r => r.Accepts(facts)))
            return;
        if (reviews.Length > 0)
        {
            document.Problems.Add(
                document.Line,
                $"{name} is not the file that was reviewed: its SHA-256 sum begins with {facts.Sha256[..HiddenReview.ShortestHash]}",
                "look at it again with \"generator check --document FILE\", and write what that prints");
            return;
        }
        foreach (var hidden in facts.Hidden.Where(h => h.Refused))
            document.Problems.Add(document.Line, $"{name} {HiddenContentSentence.Of(hidden)}", hidden.Fix);
    }
}
