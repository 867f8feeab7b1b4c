using Advocacy.Content.Documents;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;

namespace Advocacy.Generator.Validation;

/// <summary>What documents lack for readers who use assistive technology. Each document once, however many pages name it.</summary>
internal sealed class DocumentAccessibility : IWarningCheck
{
    public IEnumerable<Warning> Find(Input input, Attachments attachments, Gate gate) =>
        from transcripts in input.Transcripts.GroupBy(t => t.Page.Documents[0].File, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
        let page = transcripts.First().Page
        from issue in AccessibilityIssue.Of(page.Documents[0].Facts, transcripts.Any(t => t.Origin != TextOrigin.Program))
        select new Warning(PathOf(page), issue.What, issue.Fix);

    private static string PathOf(Entry page) =>
        $"{Path.GetDirectoryName(page.Problems.Path)!.Replace('\\', '/')}/{Path.GetFileName(page.Documents[0].File)}";
}
