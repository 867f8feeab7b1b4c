using System.Globalization;
using Advocacy.Content.Campaigns;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Text;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Cli;

/// <summary><c>generator status</c>: how everything stands at an instant, for the staff.</summary>
internal sealed class StatusReport(string folder, Input input, Gate gate)
{
    private TimeZoneInfo Zone => input.Settings.TimeZone;

    public IEnumerable<string> Lines()
    {
        var originals = input.Entries.Where(e => Original(e) == e.Content.Url).ToArray();
        var releases = originals.Where(e => e.Content is PressRelease);
        var documents = input.Transcripts.GroupBy(t => t.Page.Documents[0].File, StringComparer.Ordinal);
        return
        [
            .. Group("Press releases", releases.OrderByDescending(e => ((PressRelease)e.Content).Date).Select(Line)),
            .. Group("Petitions", originals.Where(e => e.Content is Petition).Select(Line)),
            .. Group("Pages", originals.Where(e => e.Content is Page).Select(Line)),
            .. Group("Campaigns", input.Campaigns.Where(c => c.IsInDefaultEdition).Select(Line)),
            .. Group("Documents", documents.OrderBy(g => g.Key, StringComparer.Ordinal).Select(Line)),
        ];
    }

    private static IEnumerable<string> Group(string title, IEnumerable<(string Name, string State)> items)
    {
        var all = items.ToArray();
        var width = all.Select(i => i.Name.Length).DefaultIfEmpty().Max();
        return all.Length == 0 ? [] : [title, .. all.Select(i => $"  {i.Name.PadRight(width)}  {i.State}"), ""];
    }

    private (string, string) Line(Entry entry)
    {
        var state = State(entry.Content);
        var others = input.Settings.Languages.Where(language => !LanguageTag.IsIn(entry.Content.Language, language));
        var name = entry.Content.Url.Trim('/');
        return (name.Length > 0 ? name : "/", string.Join("; ", others.Select(In).Prepend(state)));

        string In(string language) =>
            TranslationIn(language) is not { } translation ? $"not in {language}"
            : State(translation.Content) is var other && other == state ? $"in {language}, too"
            : $"in {language}: {other}";

        Entry? TranslationIn(string language) => input.Entries.FirstOrDefault(e => e.Content.Url == $"/{language}{entry.Content.Url}");
    }

    private (string, string) Line(Campaign campaign)
    {
        var state = campaign.Draft ? "draft" : gate.Shows(campaign) ? "live" : $"announced {Moment(campaign.Phases[0].Starts)}";
        var languages = input.Settings.Languages.Skip(1).Select(language =>
            input.Campaigns.Any(c => c.Slug == campaign.Slug && c.Root == $"/{language}/") ? $"in {language}, too" : $"not in {language}");
        return ($"campaigns/{campaign.Slug}", string.Join("; ", languages.Prepend(state)));
    }

    /// <summary>By the address, since a language that has no edition of its own may have pages all the same.</summary>
    private string Original(Entry entry)
    {
        var url = entry.Content.Url;
        var others = input.Settings.Languages.Skip(1);
        return others.FirstOrDefault(language => url.StartsWith($"/{language}/", StringComparison.Ordinal)) is { } language
            ? url[(language.Length + 1)..]
            : url;
    }

    private string State(ContentItem content) => content switch
    {
        { Draft: true } => "draft",
        { Published: { } published } when published > gate.At => $"embargoed until {Moment(published)}",
        { Expires: { } expires } when expires <= gate.At => $"expired {Moment(expires)}",
        { Withdrawn: { } withdrawal } => $"withdrawn {Dates.Iso(withdrawal.Date)}",
        { Published: var published, Expires: var expires } => "live"
            + (published is { } since ? $" since {Moment(since)}" : "")
            + (expires is { } until ? $", until {Moment(until)}" : ""),
    };

    private (string, string) Line(IGrouping<string, DocumentTranscript> document)
    {
        var page = document.First().Page;
        var written = document.Any(t => t.Origin != TextOrigin.Program);
        var lacks = AccessibilityIssue.Of(page.Documents[0].Facts, written).Select(s => $"no {s.Name}").ToArray();
        if (!written && page.Documents[0].Facts is { Kind: not "PDF", Text: "" })
            lacks = ["no text"];
        var text = written ? "text written out" : page.Documents[0].Facts.Text.Length > 0 ? "text from the PDF" : null;
        return (Path.GetRelativePath(folder, document.Key).Replace('\\', '/'),
            string.Join(", ", new[] { text }.OfType<string>().Concat(lacks).DefaultIfEmpty("complete")));
    }

    private string Moment(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
