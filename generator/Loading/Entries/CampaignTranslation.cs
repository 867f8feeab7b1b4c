using System.Collections.Immutable;
using Advocacy.Generator.Loading.FrontMatter;

namespace Advocacy.Generator.Loading.Entries;

/// <summary>
/// A campaign in another language: it says words. Sums, times and the terms of a match are the original's, since one promise is made in all
/// languages.
/// </summary>
internal static class CampaignTranslation
{
    private static readonly ImmutableArray<string> _terms = ["Ratio", "Cap", "Starts", "Ends"];

    /// <param name="translation">What its own file says.</param>
    /// <param name="original">The original's file.</param>
    public static YamlMap Complete(YamlMap translation, string original, string language, Problems problems)
    {
        var completed = Translations.Complete(translation, original, language);
        if (!completed.IsTranslation || Translations.Read(original) is not { } said)
            return completed;
        var name = Path.GetFileName(original);
        // A translation may still be a draft.
        Agree(translation, said, Translations.Shared.Where(field => field != "Draft"));
        Amounts();
        if (said.Find("Match") is not null && translation.Find("Match") is null)
            problems.Add(translation.Line, "Match is missing", "add it with Sponsor and IfUnmet in this language");
        return completed with
        {
            Entries = [.. completed.Entries.Select(entry => entry.Is("Match") ? entry with { Value = Match(entry) } : entry)],
        };

        void Agree(YamlMap here, YamlMap there, IEnumerable<string> fields)
        {
            foreach (var field in fields)
            {
                if (here.Find(field) is { Value: YamlText own } entry && own.Text != (there.Find(field)?.Value as YamlText)?.Text)
                    problems.Add(
                        entry.Line,
                        $"{field} \"{own.Text}\" is not what {name} says",
                        "take the line out: it is the same in all languages");
            }
        }

        void Amounts()
        {
            if (translation.Find("Amounts") is { } entry && !Sums(entry).SequenceEqual(Sums(said.Find("Amounts"))))
                problems.Add(
                    entry.Line,
                    $"the amounts are not those of {name}",
                    "give the same ones in the same order, each with its Text");
        }

        YamlValue Match(YamlEntry entry)
        {
            if (entry.Value is not YamlMap match)
                return entry.Value;
            if (said.Find("Match")?.Value is not YamlMap terms)
            {
                problems.Add(entry.Line, $"{name} has no Match", "take it out here, or add it there");
                return match;
            }
            Agree(match, terms, _terms);
            return match with
            {
                IsTranslation = true,
                Entries = [.. match.Entries, .. terms.Entries.Where(
                    e => _terms.Contains(e.Key, StringComparer.OrdinalIgnoreCase)
                        && match.Find(e.Key) is null).Select(Translations.Inherited)],
            };
        }
    }

    private static IEnumerable<string> Sums(YamlEntry? amounts) =>
        amounts?.Value is YamlList list ? list.Items.OfType<YamlMap>()
            .Select(item => (item.Find("Amount")?.Value as YamlText)?.Text ?? "") : [];
}
