using System.Collections.Concurrent;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Theme;
using Advocacy.TestKit;
using Advocacy.Theme.Localization;
using Xunit;

namespace Advocacy.Tests.Theme.Localization;

public sealed class WordListsTests
{
    private static readonly string[] _projects = ["theme", "generator", "functions", "preview"];

    [Fact]
    public void EachListHasEachWordWithItsPlaceholders()
    {
        var languages = Directory.GetFiles(Path.Combine(SiteFolder.Theme, "words"), "*.yml")
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var found = new ConcurrentBag<Problem>();

        var lists = WordListReader.Read(SiteFolder.Theme, [.. languages], new Problems("", found));

        Assert.Equal([], found.Select(p => p.ToString()));
        Assert.Equal(languages, lists!.All.Select(words => words.In.Tag));
    }

    [Fact]
    public void SiteGetsNoWordOfThePreview()
    {
        var texts = WordListReader.Read(SiteFolder.Theme, ["en"], new Problems("", []))!.All[0].Texts;

        Assert.DoesNotContain(texts.Keys, key => key.StartsWith(PreviewWords.Section, StringComparison.Ordinal));
    }

    [Fact]
    public void ListsHaveNoUnusedWord()
    {
        var sources = _projects
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(SiteFolder.Repository, folder), "*", SearchOption.AllDirectories))
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => !Path.GetFileName(f).StartsWith("Words", StringComparison.Ordinal))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal));
        var text = string.Concat(sources.Select(File.ReadAllText));

        var words = WordListKey.Site.Concat(WordListKey.Preview).Select(key => key.Member).Distinct();

        Assert.Equal([], words.Where(word => !text.Contains($".{word}", StringComparison.Ordinal)));
    }
}
