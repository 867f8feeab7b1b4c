using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Advocacy.Content.Documents;
using Advocacy.Content.Pages;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Content.Settings;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Text;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Loading.Entries;

/// <summary>Turns one file's front matter into a record of its kind.</summary>
/// <param name="dependencies">Records what the entry takes from the files beside it.</param>
public sealed class EntryReader(EditionContext context, Attachments attachments, DependencyRecorder<AttachmentSource> dependencies)
{
    private readonly SiteSettings _edition = context.Edition;

    public Entry? Read(string file, Address address, Problems problems)
    {
        var (url, language, kind) = (address.Url, address.Language, address.Kind);
        if (ContentFile.Read(file, frontMatter: true, problems) is not { } source
            || Yaml.Read(source.FrontMatter, 1, problems) is not { } map)
            return null;
        if (!_edition.IsDefault)
        {
            var original = Translations.OriginalFile(file, language);
            if (kind == ContentKind.Petition)
                TranslatedStatusCheck.Check(map, original, problems);
            TranslatedPublicationCheck.Check(map, original, _edition.TimeZone, problems);
            map = Translations.Complete(map, original, _edition.Languages[0]);
        }
        var fields = new Fields(map, problems);
        var own = LanguageField.Read(fields, "Language") ?? language;
        fields.Typeset = text => Typography.Set(text, own, context.Words.MarksOf);
        var references = new List<Reference>();
        var c = new Context(file, url, own, _edition.IsDefault ? EditionIn(own) : _edition, fields, references, source);
        ContentItem content = kind switch
        {
            ContentKind.PressRelease => PressRelease(c),
            ContentKind.Petition => Petition(c),
            _ => Page(c),
        };
        if (content is { Withdrawn: null } and (Content.PressReleases.PressRelease or Page { Layout: PageLayout.Page or PageLayout.About })
            && !source.Body.Span.ContainsAnyExcept(" \t\n"u8))
            problems.Add(source.BodyLine, "there is no text", "write it below the second line ---");
        var former = fields.PlacedTexts("RedirectFrom");
        fields.NothingElse();
        if (!content.Draft)
            fields.NoPlaceholders();
        return new Entry(content, file, source.Body, source.BodyLine, references, former, problems)
        {
            Documents = [.. c.Documents],
            Happened = [.. c.Happened],
            FieldsHash = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(source.FrontMatter.AsSpan())),
        };
    }

    /// <summary>The edition in a language, or in the one that it is a kind of: Spanish for <c>es-MX</c>.</summary>
    private SiteSettings EditionIn(string language) =>
        context.Editions.FirstOrDefault(e => LanguageTag.IsIn(language, e.Language)) ?? _edition;

    /// <param name="Language">Of the text.</param>
    private sealed record Context(
        string File,
        string Url,
        string Language,
        SiteSettings Edition,
        Fields Fields,
        List<Reference> References,
        ContentFile Source)
    {
        public List<DocumentFile> Documents { get; } = [];
        public List<(DateOnly Date, int Line)> Happened { get; } = [];
    }

    private Page Page(Context c)
    {
        var layout = c.Fields.OneOf("Layout", PageLayout.Page,
            ("page", PageLayout.Page), ("home", PageLayout.Home), ("about", PageLayout.About), ("contact", PageLayout.Contact),
            ("donate", PageLayout.Donate), ("press", PageLayout.Press), ("thanks", PageLayout.Thanks), ("manage", PageLayout.Manage),
            ("not-found", PageLayout.NotFound));
        return Common(new Page
        {
            Path = "",
            Url = "",
            Original = "",
            Language = "",
            Title = "",
            Description = "",
            Layout = layout,
        }, c);
    }

    private PressRelease PressRelease(Context c)
    {
        var f = c.Fields;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var release = Common(new PressRelease
        {
            Path = "", Url = "", Original = "", Language = "", Title = "", Description = "",
            Date = f.InstantOf("Published", _edition.TimeZone),
            Dateline = f.Text("Dateline"),
            Topics = Topics(c),
            Contacts = Contacts(c),
        }, c);
        return release with
        {
            Subheading = f.WordsOrNull("Subheading"),
            Embargo = f.Flag("Embargo"),
            Quotations = f.Each("Quotations", q => Quotation(q, Anchor(q, ids), c.Language)),
            Petitions = References(c, "Petitions", ReferenceKind.Petition),
            Related = References(c, "Related", ReferenceKind.PressRelease),
            Documents = [.. f.Each("Documents", d => Document(d, c, d.Words("Title"), d.Date("Date"), d.Text("File"))).OfType<Document>()],
            Corrections = Notes(c, "Corrections", release.Date),
            Updates = Notes(c, "Updates", release.Date),
        };
    }

    private Petition Petition(Context c)
    {
        var f = c.Fields;
        return Common(new Petition
        {
            Path = "", Url = "", Original = "", Language = "", Title = "", Description = "",
            Petitioners = f.EachWords("Petitioners", required: true),
            FiledWith = f.Words("FiledWith"),
            OnBehalfOf = f.Words("OnBehalfOf"),
            Asks = f.EachWords("Asks", required: true),
            Counsel = f.EachWords("Counsel"),
            // Some writers put the newest on top.
            Statuses = [.. f.Each("Statuses", x => Status(x, Happened(x, c)), required: true).OrderBy(status => status.Date)],
            Filings = [.. f.Each("Filings", x => Filing(x, c), required: true).OrderBy(filing => filing.Date)],
            Cite = f.Words("Cite"),
            Related = References(c, "Related", ReferenceKind.PressRelease),
            Topics = Topics(c),
        }, c);
    }

    private T Common<T>(T content, Context c) where T : ContentItem
    {
        var (published, expires) = (
            c.Fields.InstantOrNull("Published", _edition.TimeZone),
            c.Fields.EndOrNull("Expires", _edition.TimeZone));
        if (published >= expires)
            c.Fields.Problems.Add(
                c.Fields.LineOf("Expires"),
                "Expires is not after Published, and the page would never be there",
                "write a later time, or take Expires out");
        return (T)(content with
        {
            Path = c.Fields.Problems.Path,
            Url = c.Url,
            Original = Translations.OriginalOf(c.Url, _edition.Root),
            Root = c.Edition.Root,
            Language = c.Language,
            Title = c.Fields.Words("Title"),
            Description = c.Fields.Words("Description"),
            Image = c.Fields.One("Image", f => Picture(f, c)),
            Draft = c.Fields.Flag("Draft") | c.Fields.Flag("Excluded"),
            Published = published,
            Expires = expires,
            Withdrawn = c.Fields.One("Withdrawn", f => Withdrawal(f, c, published)),
        });
    }

    private Withdrawal Withdrawal(Fields f, Context c, DateTimeOffset? published)
    {
        var date = Happened(f, c);
        NotBefore(published, date, f, "withdrawn");
        return new Withdrawal(date, f.Words("Reason"), LanguageField.Read(f, "Language"));
    }

    private void NotBefore(DateTimeOffset? published, DateOnly date, Fields f, string what)
    {
        // A translation may come out after that became of its original.
        if (_edition.IsDefault
            && date != default
            && published is { } first
            && DateOnly.FromDateTime(first.DateTime) is var day
            && date < day)
            f.Problems.Add(
                f.LineOf("Date"),
                $"Date \"{Dates.Iso(date)}\" is before the day of publication, {Dates.Iso(day)}",
                $"write the day on which the page was {what}");
    }

    private Picture? Picture(Fields f, Context c)
    {
        var name = f.Text("File");
        var alt = f.Words("Alt");
        var (caption, credit) = (f.WordsOrNull("Caption"), f.WordsOrNull("Credit"));
        return name.Length == 0 ? null
            : PictureAt(
                Path.Combine(Path.GetDirectoryName(c.File)!, name),
                f.Problems,
                f.LineOf("File")) is { } made ? made with { Alt = alt, Caption = caption, Credit = credit }
            : null;
    }

    private Picture? PictureAt(string file, Problems problems, int line) =>
        dependencies.Get(new(attachments, problems), source => source.Attachments.Picture(file, source.Problems, line));

    private Attachment? Attach(string page, string name, Problems problems, int line) =>
        dependencies.Get(new(attachments, problems), source => source.Attachments.Attach(page, name, source.Problems, line));

    private static string Anchor(Fields f, HashSet<string> taken)
    {
        var id = f.Text("Id");
        if (id.Any(ch => !(char.IsAsciiLetterLower(ch) || char.IsAsciiDigit(ch) || ch == '-')))
            f.Problems.Add(f.LineOf("Id"), $"Id \"{id}\" has other characters than a to z, 0 to 9 and -", "write it as example");
        else if (id.Length > 0 && (!taken.Add(id) || ReservedAnchors.All.Contains(id)))
            f.Problems.Add(f.LineOf("Id"), $"Id \"{id}\" is taken on this page", "give the quotation another");
        return id;
    }

    /// <summary>In the signs of the language that was spoken.</summary>
    private Quotation Quotation(Fields f, string id, string around)
    {
        var language = LanguageField.Read(f, "Language");
        var words = Typography.Set(f.Text("Words"), language ?? around, context.Words.MarksOf);
        return new Quotation(id, words, f.Words("Speaker"), f.WordsOrNull("Role"), f.WordsOrNull("Organization"), language);
    }

    /// <returns>Oldest first, in whichever order the writer put them.</returns>
    private ImmutableArray<Note> Notes(Context c, string name, DateTimeOffset published) =>
        [.. c.Fields.Each(name, f => Note(f, c, published)).OrderBy(note => note.Date)];

    private Note Note(Fields f, Context c, DateTimeOffset published)
    {
        var note = new Note(Happened(f, c), f.Words("Text"));
        NotBefore(published, note.Date, f, "changed");
        return note;
    }

    private static DateOnly Happened(Fields f, Context c)
    {
        var date = f.Date("Date");
        c.Happened.Add((date, f.LineOf("Date")));
        return date;
    }

    internal static PetitionStatus Status(Fields f, DateOnly date) => new(date, f.OneOf("State", PetitionState.Unknown,
        ("filed", PetitionState.Filed), ("pending", PetitionState.Pending), ("granted", PetitionState.Granted),
        ("denied", PetitionState.Denied), ("closed", PetitionState.Closed), ("unknown", PetitionState.Unknown)), f.WordsOrNull("Text"));

    private Filing Filing(Fields f, Context c)
    {
        var kind = f.OneOf("Kind", FilingKind.Other,
            ("original", FilingKind.Original), ("follow-up", FilingKind.FollowUp), ("response", FilingKind.Response),
            ("request", FilingKind.Request), ("decision", FilingKind.Decision), ("other", FilingKind.Other));
        var (title, date) = (f.Words("Title"), Happened(f, c));
        return new Filing(
            kind,
            title,
            date,
            f.Words("From"),
            f.Words("To"),
            f.WordsOrNull("Text"),
            Document(f, c, title, date, f.TextOrNull("File")));
    }

    private Document? Document(Fields f, Context c, string title, DateOnly date, string? name)
    {
        var said = LanguageField.Read(f, "Language");
        var standIn = f.Flag("StandIn");
        var review = HiddenReview.Read(f);
        var line = f.LineOf("File");
        if (string.IsNullOrEmpty(name) || Attach(c.File, name, f.Problems, line) is not { } attachment)
            return null;
        var language = said ?? Spoken(attachment.Facts.Language, c.Language);
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(c.File)!, name));
        var page = Path.GetDirectoryName(file) == Path.GetFullPath(Path.GetDirectoryName(c.File)!)
            ? $"{c.Url}{Path.GetFileNameWithoutExtension(file)}/"
            : null;
        c.Documents.Add(new DocumentFile(file, page, title, language, line, attachment.Facts, review));
        return new Document
        {
            Page = page,
            Title = title, TitleLanguage = c.Language, Date = date, Language = language, StandIn = standIn,
            File = new Download(attachment.Url, attachment.Facts.Kind, attachment.Facts.Size),
            Pages = attachment.Facts.Pages, Sha256 = attachment.Facts.Sha256, Tagged = attachment.Facts.Tagged,
        };
    }

    /// <summary>
    /// The language that a PDF says it is in, where that is another than the page's: <c>en-US</c> is none beside <c>en</c>.
    /// </summary>
    private static string Spoken(string? document, string page) =>
        document is null || document.Split('-')[0] == page.Split('-')[0] ? page : document;

    private ImmutableArray<Topic> Topics(Context c) => Known(c.Fields, "Tags", "topic", "Topics", c.Edition.Topics, t => t.Slug);

    private ImmutableArray<Contact> Contacts(Context c) =>
        c.Fields.Has("Contacts") ? Known(c.Fields, "Contacts", "contact", "Contacts", c.Edition.Contacts, x => x.Key) : c.Edition.Contacts;

    /// <summary>What a field names of the things that <c>site.yml</c> lists.</summary>
    private ImmutableArray<T> Known<T>(
        Fields f,
        string field,
        string what,
        string list,
        ImmutableArray<T> all,
        Func<T, string> name) where T : class
    {
        var named = ImmutableArray.CreateBuilder<T>();
        foreach (var (text, line, _) in f.PlacedTexts(field))
        {
            if (named.Any(x => name(x) == text))
                f.Problems.Add(line, $"the {what} \"{text}\" is here twice", "take one of them out");
            else if (all.FirstOrDefault(x => name(x) == text) is { } one)
                named.Add(one);
            else if (!context.IsUnread)
                f.Problems.Add(line, $"the {what} \"{text}\" is not in site.yml",
                    SpellingSuggestion.To(text, all.Select(name)) is { } near ? $"did you mean {near}" : $"add it there under {list}");
        }
        return named.ToImmutable();
    }

    private static ImmutableArray<string> References(Context c, string name, ReferenceKind kind)
    {
        var slugs = c.Fields.PlacedTexts(name);
        foreach (var again in slugs.GroupBy(slug => slug.Value, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
            c.Fields.Problems.Add(again.Line, $"\"{again.Value}\" is in {name} twice", "take one of them out");
        c.References.AddRange(slugs.Select(slug => new Reference(slug.Line, slug.Value, kind)));
        var folder = kind == ReferenceKind.Petition ? "petitions" : "press-releases";
        return [.. slugs.Select(slug => $"/{folder}/{slug.Value}/")];
    }
}

public enum ContentKind { Page, PressRelease, Petition }

/// <param name="Url">Where the file will be.</param>
public sealed record Attachment(string Url, DocumentFacts Facts);
