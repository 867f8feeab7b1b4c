using System.Collections.Immutable;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Theme.Localization;
using Advocacy.Theme.PressReleases;

namespace Advocacy.Generator.Validation;

/// <summary>What a page tells and its twin in another language does not, so that some readers never hear of it.</summary>
internal static class TranslationGaps
{
    public static IEnumerable<Warning> Of(Entry original, Entry translation) => original.Content.Withdrawn is null
        ?
        [
            .. Documents(translation, original), .. Documents(original, translation),
            .. Filings(translation, original), .. Filings(original, translation),
            .. Notes("correction", release => release.Corrections, original, translation), .. Notes("update", release => release.Updates, original, translation),
        ]
        : [];

    private static IEnumerable<Warning> Documents(Entry has, Entry lacks) =>
        from document in has.Documents.ExceptBy(lacks.Documents.Select(d => d.File), d => d.File).DistinctBy(d => d.File)
        select new Warning(lacks.Content.Path, $"does not name {Path.GetFileName(document.File)}, which {Name(has)} names", "name it here, too, so that readers of both languages find it");

    /// <summary>Of a document that one page alone names, its filing needs no warning of its own.</summary>
    private static IEnumerable<Warning> Filings(Entry has, Entry lacks) => Lacking("filing", Filed(has, lacks), Filed(lacks, has), has, lacks);

    private static IEnumerable<DateOnly> Filed(Entry here, Entry there) =>
        from filing in (here.Content as Petition)?.Filings ?? []
        where filing.Document is not { } document || (there.Content as Petition)!.Filings.Any(other => other.Document?.File == document.File)
        select filing.Date;

    /// <summary>A translation may have mistakes of its own, and has none that were fixed before it came out.</summary>
    private static IEnumerable<Warning> Notes(string what, Func<PressRelease, ImmutableArray<Note>> notes, Entry original, Entry translation) =>
        (original.Content, translation.Content) is (PressRelease there, PressRelease here)
            ? Lacking(what, notes(there).Select(note => note.Date).Where(day => day >= DateOnly.FromDateTime(here.Date.DateTime)), notes(here).Select(note => note.Date), original, translation)
            : [];

    private static IEnumerable<Warning> Lacking(string what, IEnumerable<DateOnly> there, IEnumerable<DateOnly> here, Entry has, Entry lacks) =>
        from day in Counted(there).Except(Counted(here))
        select new Warning(lacks.Content.Path, $"does not tell of the {what} of {Dates.Iso(day.Date)}, of which {Name(has)} tells", "tell of it here, too, so that readers of both languages know");

    /// <summary>Two of one day are two.</summary>
    private static IEnumerable<(DateOnly Date, int Number)> Counted(IEnumerable<DateOnly> days) => days.GroupBy(day => day).SelectMany(same => same.Select((day, number) => (day, number)));

    private static string Name(Entry entry) => Path.GetFileName(entry.Content.Path);
}
