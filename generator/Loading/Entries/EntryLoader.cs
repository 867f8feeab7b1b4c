using Advocacy.Content.Settings;
using Advocacy.Generator.Incremental;

namespace Advocacy.Generator.Loading.Entries;

/// <summary>Reads files of content, or takes what the build before read where nothing that it depends on has changed.</summary>
internal sealed class EntryLoader(SourceFiles sources, Attachments attachments, IBuildCache cache)
{
    public Entry? Load(InputFile source, Address address, EditionContext context, Problems problems)
    {
        var original = context.Edition.IsDefault ? null : Translations.OriginalFile(source.File, context.Edition.Language);
        var files = new AttachmentSource(attachments, problems);
        var isKept = cache.TryGet<CachedEntry>(source.File, out var kept);
        var isOfSameEdition = isKept && ReferenceEquals(kept!.Edition, context.Edition);
        if (isOfSameEdition && IsUnchanged(source.File, original, kept!) && kept!.Dependencies.IsUpToDate(files))
            return WithProblems(kept.Entry, problems);

        var stamps = FileStamps.Of(source.File, original);
        var dependencies = cache.NewRecorder<AttachmentSource>();
        var entry = new EntryReader(context, attachments, dependencies).Read(source.File, address, problems);
        // Where only the text differs, everything that other pages show of this one is the same.
        if (entry is not null && original is null && isOfSameEdition
            && kept!.Entry.FieldsHash == entry.FieldsHash && kept.Dependencies.HasSameValues(dependencies))
        {
            entry = entry with { Content = kept.Entry.Content };
        }
        if (entry is not null && problems.IsEmpty)
            cache.Keep(source.File, new CachedEntry(stamps, context.Edition, entry, dependencies));
        else
            cache.Remove<CachedEntry>(source.File);
        return entry;
    }

    private bool IsUnchanged(string file, string? original, CachedEntry kept) =>
        !sources.Changed.Contains(file)
        && (original is null || !sources.Changed.Contains(original))
        && (sources.AreSameAsBefore || FileStamps.Of(file, original) == kept.Stamps);

    private static Entry WithProblems(Entry entry, Problems problems) => entry with
    {
        Problems = problems,
        RedirectFrom = [.. entry.RedirectFrom.Select(old => old with { Problems = problems })],
    };

    /// <summary>By the path of its file.</summary>
    private sealed record CachedEntry(
        FileStamps Stamps,
        SiteSettings Edition,
        Entry Entry,
        DependencyRecorder<AttachmentSource> Dependencies);

    /// <param name="Original">Of the file that is translated: a translation takes from there the fields that it does not have.</param>
    private readonly record struct FileStamps((long Size, DateTime Changed) Own, (long Size, DateTime Changed) Original)
    {
        public static FileStamps Of(string file, string? original) => new(Stamp(file), original is null ? default : Stamp(original));

        private static (long Size, DateTime Changed) Stamp(string file)
        {
            var info = new FileInfo(file);
            return info.Exists ? (info.Length, info.LastWriteTimeUtc) : default;
        }
    }
}
