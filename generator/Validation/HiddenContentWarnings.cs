using Advocacy.Generator.Documents;
using Advocacy.Generator.Documents.Hidden;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;

namespace Advocacy.Generator.Validation;

/// <summary>
/// What documents tell of those who made them. Each document once, however many pages name it, and none that somebody has looked at.
/// </summary>
internal sealed class HiddenContentWarnings : IWarningCheck
{
    public IEnumerable<Warning> Find(Input input, Attachments attachments, Gate gate)
    {
        var reviews = HiddenReview.ByFile(input);
        return
            from document in attachments.Documents.DistinctBy(d => d.Path, StringComparer.Ordinal)
            where !reviews[document.File].Any(r => r.Accepts(document.Facts))
            from content in document.Facts.Hidden.Where(content => !content.Refused)
            select new Warning(document.Path, HiddenContentSentence.Of(content), content.Fix);
    }
}
