using System.Collections.Immutable;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.Settings;
using Advocacy.Generator.Loading.Theme;
using Advocacy.Generator.Search;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Loading;

/// <summary>The first step of a build: all files become records, or problems.</summary>
internal static class SiteLoader
{
    /// <returns>Null where <c>site.yml</c> cannot be read at all, and nothing else can be judged.</returns>
    public static async Task<LoadedSite?> LoadAsync(BuildOptions options, IBuildCache cache, Problems problems)
    {
        var attachments = new Attachments(options.Input, options.Cache, cache);
        if (SettingsFiles.Read(options.Input, problems, attachments) is not { } settings)
            return null;
        // Words and theme depend on the settings only, and are read side by side.
        var readingWords = Task.Run(() => ReadWords(options.Theme, settings, problems));
        var readingTheme = Task.Run(() => ThemeFiles.Read(options.Theme, settings.Editions[0], problems));
        var (words, suffixRules) = await readingWords;
        settings = settings.Typeset(words, cache);
        var input = ContentLoader.Load(options.Input, settings, words, attachments, cache);
        return new LoadedSite
        {
            Input = options.BaseUrl is { } address ? WithBaseUrl(input, address.TrimEnd('/')) : input,
            SettingsProblems = settings.Problems,
            BaseUrl = input.Settings.BaseUrl,
            Attachments = attachments,
            Words = cache.SameIfEqual("", words, SaySame),
            SuffixRules = suffixRules,
            Theme = await readingTheme,
        };
    }

    /// <summary>The content alone, for reports that show none of its words: neither word lists nor theme are read.</summary>
    /// <returns>Null where <c>site.yml</c> cannot be read at all.</returns>
    public static LoadedContent? LoadContent(BuildOptions options, Problems problems)
    {
        var attachments = new Attachments(options.Input, options.Cache, NoBuildCache.Instance);
        return SettingsFiles.Read(options.Input, problems, attachments) is { } settings
            ? new(ContentLoader.Load(options.Input, settings, WordLists.Blank, attachments, NoBuildCache.Instance), attachments)
            : null;
    }

    /// <summary>Problems of a word list are reported; the build goes on without words, to find what else is wrong.</summary>
    private static (WordLists Words, ImmutableDictionary<string, SuffixRules> SuffixRules) ReadWords(
        string theme, SettingsFiles settings, Problems problems)
    {
        var languages = settings.Editions[0].Languages;
        return (WordListReader.Read(theme, languages, problems) ?? WordLists.Blank, SuffixRulesReader.Read(theme, languages, problems));
    }

    private static Input WithBaseUrl(Input input, string address) =>
        input with { Editions = [.. input.Editions.Select(edition => edition with { BaseUrl = address })] };

    private static bool SaySame(WordLists one, WordLists other) =>
        one.All.Length == other.All.Length
        && one.All.Zip(other.All)
            .All(lists => lists.First.In.Tag == lists.Second.In.Tag && Texts(lists.First).SequenceEqual(Texts(lists.Second)));

    private static IEnumerable<KeyValuePair<string, string>> Texts(Words words) =>
        words.Texts.OrderBy(text => text.Key, StringComparer.Ordinal);
}

/// <param name="Attachments">Those that front matter and settings name.</param>
internal sealed record LoadedContent(Input Input, Attachments Attachments);
