using System.Collections.Immutable;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Validation;

/// <summary>
/// Compares each public page with its translations: a document, a filing, a correction or an update that only one of them has is missing
/// for some readers.
/// </summary>
internal sealed class TranslationGaps : IWarningCheck
{
    public IEnumerable<Warning> Find(Input input, Attachments attachments, Gate gate)
    {
        var translations = input.Entries.Where(e => e.Content.Url != e.Content.Original && gate.Shows(e.Content)).ToArray();
        if (translations.Length == 0)
            return [];
        var originals = input.Entries.Where(e => e.Content.Url == e.Content.Original).ToLookup(e => e.Content.Url, StringComparer.Ordinal);
        return
            from translation in translations
            from original in originals[translation.Content.Original].Take(1)
            where gate.Shows(original.Content) && original.Content.Withdrawn is null
            from warning in Gaps(original, translation)
            select warning;
    }

    private static IEnumerable<Warning> Gaps(Entry original, Entry translation) =>
    [
        .. Documents(translation, original),
        .. Documents(original, translation),
        .. Filings(translation, original),
        .. Filings(original, translation),
        .. Notes("correction", release => release.Corrections, original, translation),
        .. Notes("update", release => release.Updates, original, translation),
    ];

    private static IEnumerable<Warning> Documents(Entry has, Entry lacks) =>
        from document in has.Documents.ExceptBy(lacks.Documents.Select(d => d.File), d => d.File).DistinctBy(d => d.File)
        select new Warning(
            lacks.Content.Path,
            $"does not name {Path.GetFileName(document.File)}, which {Name(has)} names",
            "name it here, too, so that readers of both languages find it");

    /// <summary>Where one page alone names a document, the filing of that document needs no second warning.</summary>
    private static IEnumerable<Warning> Filings(Entry has, Entry lacks) =>
        Missing("filing", FiledIn(has, lacks), FiledIn(lacks, has), has, lacks);

    private static IEnumerable<DateOnly> FiledIn(Entry here, Entry there) =>
        from filing in (here.Content as Petition)?.Filings ?? []
        where filing.Document is not { } document
            || (there.Content as Petition)!.Filings.Any(other => other.Document?.File == document.File)
        select filing.Date;

    /// <summary>A translation may have mistakes of its own, and has none that were corrected before it was published.</summary>
    private static IEnumerable<Warning> Notes(
        string what, Func<PressRelease, ImmutableArray<Note>> notes, Entry original, Entry translation)
    {
        if ((original.Content, translation.Content) is not (PressRelease there, PressRelease here))
            return [];
        var published = DateOnly.FromDateTime(here.Date.DateTime);
        var expected = notes(there).Select(note => note.Date).Where(day => day >= published);
        return Missing(what, expected, notes(here).Select(note => note.Date), original, translation);
    }

    private static IEnumerable<Warning> Missing(
        string what,
        IEnumerable<DateOnly> there,
        IEnumerable<DateOnly> here,
        Entry has,
        Entry lacks) =>
        from day in Numbered(there).Except(Numbered(here))
        select new Warning(
            lacks.Content.Path,
            $"does not tell of the {what} of {Dates.Iso(day.Date)}, of which {Name(has)} tells",
            "tell of it here, too, so that readers of both languages know");

    /// <summary>Two of one day are two.</summary>
    private static IEnumerable<(DateOnly Date, int Number)> Numbered(IEnumerable<DateOnly> days) =>
        days.GroupBy(day => day).SelectMany(same => same.Select((day, number) => (day, number)));

    private static string Name(Entry entry) => Path.GetFileName(entry.Content.Path);
}
