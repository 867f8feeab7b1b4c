using Advocacy.Content.Campaigns;
using Advocacy.Content.Documents;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Planning;

namespace Advocacy.Generator.Validation;

/// <summary>Something that the staff should fix, and that keeps nothing from being published.</summary>
/// <param name="Path">From the folder the command runs in, with forward slashes.</param>
/// <param name="What">Without a full stop.</param>
/// <param name="Fix">Without a full stop.</param>
public sealed record Warning(string Path, string What, string Fix)
{
    public override string ToString() => $"warning: {Path} {What}; {Fix}.";

    /// <summary>All of them.</summary>
    public static IEnumerable<Warning> Of(Input input, Gate gate, IEnumerable<DocumentTranscript> texts) => OfCampaigns(input, gate).Concat(OfTranslations(input, gate)).Concat(OfDocuments(texts));

    /// <summary>A campaign asks the readers of all editions, and shows whoever it is not translated for another language's words.</summary>
    private static IEnumerable<Warning> OfCampaigns(Input input, Gate gate) =>
        from campaign in input.Campaigns
        where input.IsWhole && campaign.Root == "/" && gate.Shows(campaign) && campaign.PhaseAt(gate.At)?.Kind != PhaseKind.Over
        from edition in input.Editions
        where edition.Root != "/" && !input.Campaigns.Any(c => c.Slug == campaign.Slug && c.Root == edition.Root)
        select new Warning(campaign.Path, $"is not in {edition.Language}, whose readers it asks in {campaign.Language}", $"put {campaign.Slug}.{edition.Language}.yml beside it");

    private static IEnumerable<Warning> OfTranslations(Input input, Gate gate)
    {
        var translations = input.Entries.Where(e => e.Content.Url != e.Content.Original && gate.Shows(e.Content)).ToArray();
        var originals = (translations.Length == 0 ? [] : input.Entries).Where(e => e.Content.Url == e.Content.Original).ToLookup(e => e.Content.Url, StringComparer.Ordinal);
        foreach (var translation in translations)
        {
            foreach (var original in originals[translation.Content.Original].Take(1).Where(e => gate.Shows(e.Content)))
            {
                foreach (var warning in TranslationGaps.Of(original, translation))
                    yield return warning;
            }
        }
    }

    /// <summary>In the order of paths, each document once, however many pages name it.</summary>
    private static IEnumerable<Warning> OfDocuments(IEnumerable<DocumentTranscript> texts) =>
        from text in texts.GroupBy(t => t.Page.Documents[0].File, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
        let page = text.First().Page
        from lack in AccessibilityIssue.Of(page.Documents[0].Facts, text.Any(t => t.Origin != TextOrigin.Program))
        select new Warning($"{System.IO.Path.GetDirectoryName(page.Problems.Path)!.Replace('\\', '/')}/{System.IO.Path.GetFileName(page.Documents[0].File)}", lack.What, lack.Fix);
}
