using System.Collections.Immutable;
using Advocacy.Content.Settings;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Text;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Loading.Settings;

/// <summary>What <c>site.yml</c> and the <c>site.LANGUAGE.yml</c> beside it say.</summary>
/// <param name="Editions">The site's own language first. A language without a file of its own has no edition.</param>
/// <param name="Files">Their full names, whether they exist or not.</param>
/// <param name="LanguagesLine">Where <c>site.yml</c> lists the languages.</param>
/// <param name="Problems">Those of <c>site.yml</c>.</param>
public sealed record SettingsFiles(
    ImmutableArray<SiteSettings> Editions,
    ImmutableArray<Located<Redirect>> Redirects,
    ImmutableArray<Mention> Links,
    ImmutableArray<string> Files,
    int LanguagesLine,
    Problems Problems)
{
    /// <param name="attachments">Takes in the files of the press kit; null where nothing is to be published.</param>
    /// <returns>Null where <c>site.yml</c> cannot be read at all.</returns>
    public static SettingsFiles? Read(string folder, Problems problems, Attachments? attachments = null)
    {
        var file = Path.Combine(folder, "site.yml");
        var own = problems.For(Input.Shown(folder, file));
        if (!File.Exists(file))
        {
            own.Add(1, "the file is not there", "make it after the guide for writers");
            return null;
        }
        if (Fields(file, own) is not { } fields)
            return null;
        var links = new List<Mention>();
        var (site, redirects) = SiteSettingsReader.Read(fields, folder, links, attachments);
        string[] others = [.. site.Languages.Skip(1)];
        return new SettingsFiles(
            [site, .. others.Select(language => Translation(folder, site, language, links, problems)).OfType<SiteSettings>()],
            redirects,
            [.. links],
            [file, .. others.Select(language => FileOf(folder, language))],
            fields.Has("Languages") ? fields.LineOf("Languages") : 1,
            own);
    }

    /// <summary>With the quotation marks and dashes of each edition's language.</summary>
    /// <returns>The editions of the build before where nothing about them changed, since every page depends on them.</returns>
    public SettingsFiles Typeset(WordLists words, IBuildCache cache)
    {
        var editions = new CachedEditions(TextOf(words), [.. Editions.Select(edition => Typeset(edition, words))]);
        return this with { Editions = cache.SameIfEqual("", editions, CachedEditions.AreSame).Editions };
    }

    private static SiteSettings Typeset(SiteSettings site, WordLists words)
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

        string Set(string text) => Typography.Set(text, site.Language, words.MarksOf);

        string? SetOrNull(string? text) => text is null ? null : Set(text);
    }

    private string TextOf(WordLists words) => string.Join('\0',
        Files.Select(file => File.Exists(file) ? File.ReadAllText(file) : "")
            .Concat(Editions.Select(edition => $"{words.MarksOf(edition.Language)}")));

    /// <returns>Null where the language has pages but no edition.</returns>
    private static SiteSettings? Translation(string folder, SiteSettings site, string language, List<Mention> links, Problems problems)
    {
        var file = FileOf(folder, language);
        return File.Exists(file) && Fields(file, problems.For(Input.Shown(folder, file))) is { } fields
            ? SiteSettingsReader.Translate(site, language, fields, links)
            : null;
    }

    private static Fields? Fields(string file, Problems problems) =>
        ContentFile.Read(file, frontMatter: false, problems) is { } source && Yaml.Read(source.FrontMatter, 0, problems) is { } map
            ? new Fields(map, problems)
            : null;

    private static string FileOf(string folder, string language) => Path.Combine(folder, $"site.{language}.yml");

    /// <param name="Text">Of all files, and the quotation marks.</param>
    private sealed record CachedEditions(string Text, ImmutableArray<SiteSettings> Editions)
    {
        /// <summary>A file of the press kit can change without <c>site.yml</c>.</summary>
        public static bool AreSame(CachedEditions before, CachedEditions now) =>
            before.Text == now.Text && before.Editions[0].PressKit.Files.SequenceEqual(now.Editions[0].PressKit.Files);
    }
}
