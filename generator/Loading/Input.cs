using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Advocacy.Content.Campaigns;
using Advocacy.Content.Settings;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Loading.Settings;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Loading;

/// <summary>The whole of <c>input/</c>: files in, records or problems out.</summary>
/// <param name="Editions">One for each edition: in the site's own language, then in each that has a <c>site.LANGUAGE.yml</c>.</param>
/// <param name="Links">Those that stand in no page.</param>
public sealed record Input(
    ImmutableArray<SiteSettings> Editions, ImmutableArray<Entry> Entries, ImmutableArray<Campaign> Campaigns, ImmutableArray<Located<Redirect>> Redirects, ImmutableArray<Mention> Links)
{
    /// <summary>The campaigns, in no order, where each says when it is announced.</summary>
    public ImmutableArray<Located<Campaign>> Announcements { get; init; } = [];

    /// <summary>What documents say, written out by the staff: full paths.</summary>
    public ImmutableArray<Located<string>> Texts { get; init; } = [];

    /// <summary>The addresses of texts that cannot be read: what leads to one of them is not wrong. Empty for a file that has none.</summary>
    public FrozenSet<string> Unread { get; init; } = [];

    /// <summary>Whether every file of content could be read. Else nobody knows what is missing.</summary>
    public bool IsWhole => Unread.Count == 0;

    /// <summary>In the site's own language.</summary>
    public SiteSettings Settings => Editions[0];

    /// <param name="memory">Of the build before; null where there was none.</param>
    /// <param name="begun">Told of the editions as soon as they are known, before all the texts are read; answers with the quotation marks of a language.</param>
    /// <returns>Null where <c>site.yml</c> cannot be read at all.</returns>
    public static Input? Read(string folder, Attachments attachments, EntryCache? memory, Problems problems, Func<ImmutableArray<SiteSettings>, Func<string, QuotationMarks?>>? begun = null)
    {
        var siteFile = System.IO.Path.Combine(folder, "site.yml");
        var siteProblems = problems.For(Shown(folder, siteFile));
        if (!File.Exists(siteFile))
        {
            siteProblems.Add(1, "the file is not there", "make it after the guide for writers");
            return null;
        }
        if (ContentFile.Read(siteFile, frontMatter: false, siteProblems) is not { } text || Yaml.Read(text.FrontMatter, 0, siteProblems) is not { } map)
            return null;
        var links = new List<Mention>();
        var (site, redirects) = SiteSettingsReader.Read(new Fields(map, siteProblems), folder, links);
        ImmutableArray<SiteSettings> editions = [site, .. site.Languages.Skip(1).Select(language => Edition(folder, site, language, links, problems)).OfType<SiteSettings>()];
        var marks = begun?.Invoke(editions) ?? (_ => null);
        editions = [.. editions.Select(e => Typeset(e, marks))];
        editions = memory?.Editions(editions, [siteFile, .. site.Languages.Skip(1).Select(language => EditionFile(folder, language))], marks) ?? editions;
        var readers = editions.ToDictionary(e => e.Root, e => new EntryReader(e, editions, attachments.Attach, attachments.Picture, marks), StringComparer.Ordinal);
        var entries = new ConcurrentBag<Entry>();
        var campaigns = new ConcurrentBag<Located<Campaign>>();
        var texts = new ConcurrentBag<Located<string>>();
        var unread = new ConcurrentBag<string>();
        var unspoken = new UnlistedLanguages(site);
        Parallel.ForEach(memory?.Sources(folder) ?? InputFile.Find(folder), source =>
        {
            var shown = problems.For(source.Shown);
            if (source.IsLink)
            {
                shown.Add(1, "this is a link to another place", "put the file itself here");
                unread.Add("");
            }
            else if (source.Relative.StartsWith("campaigns/", StringComparison.Ordinal))
            {
                var banners = new List<Mention>();
                var edition = editions.FirstOrDefault(e => e.Root != "/" && source.Relative.EndsWith($".{e.Language}.yml", StringComparison.Ordinal)) ?? site;
                if (!unspoken.Has(Address.LanguageOf(source.Relative), shown) && CampaignReader.Read(source.File, edition, banners, shown, marks) is { } campaign)
                    campaigns.Add(campaign);
                else
                    unread.Add("");
                lock (links)
                    links.AddRange(banners);
            }
            else if (TranscriptFiles.IsText(source.File))
            {
                texts.Add(new Located<string>(source.File, 1, shown));
            }
            else if (Address.Of(source.Relative, site, shown) is var at && at is not null && !unspoken.Has(at.Language, shown) && EntryOf(source, at, shown) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                unread.Add(at?.Url ?? "");
            }
        });
        unspoken.Report(siteProblems, map.Find("Languages")?.Line ?? 1);
        return new Input(editions, [.. entries.OrderBy(e => e.Content.Url, StringComparer.Ordinal).ThenBy(e => e.File, StringComparer.Ordinal)],
            [.. campaigns.Select(c => c.Value).OrderBy(c => c.Slug, StringComparer.Ordinal).ThenBy(c => c.Root, StringComparer.Ordinal)], redirects, [.. links])
        {
            Announcements = [.. campaigns],
            Unread = unread.ToFrozenSet(StringComparer.Ordinal),
            Texts = [.. texts.OrderBy(t => t.Value, StringComparer.Ordinal)],
        };

        Entry? EntryOf(InputFile source, Address at, Problems shown)
        {
            var edition = readers.ContainsKey($"/{at.Language}/") ? $"/{at.Language}/" : "/";
            return memory is null ? Read(readers[edition]) : memory.Read(source, editions.First(e => e.Root == edition), editions, attachments, marks, shown, Read);

            Entry? Read(EntryReader by) => by.Read(source.File, at.Url, at.Language, at.Kind, shown);
        }
    }

    /// <summary>What <c>site.yml</c> says, before and whatever else there is.</summary>
    /// <returns>Null where it cannot be read; what is wrong with single fields goes unheard.</returns>
    public static SiteSettings? Site(string folder)
    {
        var file = System.IO.Path.Combine(folder, "site.yml");
        var unheard = new Problems(file, []);
        return File.Exists(file) && ContentFile.Read(file, frontMatter: false, unheard) is { } source && Yaml.Read(source.FrontMatter, 0, unheard) is { } map
            ? SiteSettingsReader.Read(new Fields(map, unheard), folder, []).Site
            : null;
    }

    public static string Shown(string folder, string file) =>
        System.IO.Path.Combine(folder, System.IO.Path.GetRelativePath(folder, file)).Replace('\\', '/');

    /// <returns>Null where the language has pages but no edition of its own.</returns>
    private static SiteSettings? Edition(string folder, SiteSettings site, string language, List<Mention> links, Problems problems)
    {
        var file = EditionFile(folder, language);
        var shown = problems.For(Shown(folder, file));
        return File.Exists(file) && ContentFile.Read(file, frontMatter: false, shown) is { } source && Yaml.Read(source.FrontMatter, 0, shown) is { } map
            ? SiteSettingsReader.Translate(site, language, new Fields(map, shown), links)
            : null;
    }

    private static SiteSettings Typeset(SiteSettings site, Func<string, QuotationMarks?> marks)
    {
        return site with
        {
            Tagline = Set(site.Tagline),
            Description = Set(site.Description),
            Boilerplate = Set(site.Boilerplate),
            BoilerplateShort = SetOrNull(site.BoilerplateShort),
            BoilerplateLong = SetOrNull(site.BoilerplateLong),
            WaysToGive = [.. site.WaysToGive.Select(way => new WayToGive(Set(way.Title), Set(way.Text)))],
            Designations = [.. site.Designations.Select(designation => designation with { Title = Set(designation.Title) })],
            Topics = [.. site.Topics.Select(topic => topic with { Title = Set(topic.Title), Description = SetOrNull(topic.Description) })],
        };

        string Set(string text) => Typography.Set(text, site.Language, marks);

        string? SetOrNull(string? text) => text is null ? null : Set(text);
    }

    private static string EditionFile(string folder, string language) => System.IO.Path.Combine(folder, $"site.{language}.yml");
}
