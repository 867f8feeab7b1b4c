using System.Collections.Concurrent;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Theme;
using Advocacy.TestKit;
using Advocacy.Theme.Localization;
using Xunit;

namespace Advocacy.Tests.Theme.Localization;

public sealed class ArabicPluralForms
{
    private static readonly string _theme = Path.Combine(SiteFolder.Repository, "tests", "Site.Tests", "Arabic", "theme");

    [Theory]
    [InlineData(0, "لا بيانات صحفية")]
    [InlineData(1, "بيان صحفي واحد")]
    [InlineData(2, "بيانان صحفيان")]
    [InlineData(3, "\u20683\u2069 بيانات صحفية")]
    [InlineData(11, "\u206811\u2069 بيانًا صحفيًّا")]
    [InlineData(1_000, "\u20681,000\u2069 بيان صحفي")]
    public void EachNumberHasItsForm(int count, string words) => Assert.Equal(words, Words().Releases(count));

    [Fact]
    public void AMissingFormIsReported()
    {
        var folder = Directory.CreateTempSubdirectory("advocacy-");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "words"));
        var list = File.ReadAllText(Path.Combine(_theme, "words", "ar.yml"));
        var withoutFew = list.Replace("  Few: \"{count} نتائج\"\n", "", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder.FullName, "words", "ar.yml"), withoutFew);
        var found = new ConcurrentBag<Problem>();

        Assert.Null(WordListReader.Read(folder.FullName, ["ar"], new Problems("", found)));

        Assert.Equal("Results.Few is missing", Assert.Single(found).What);
        folder.Delete(recursive: true);
    }

    private static Words Words()
    {
        var found = new ConcurrentBag<Problem>();
        var lists = WordListReader.Read(_theme, ["ar"], new Problems("", found));
        Assert.Empty(found);
        return lists!.For("ar");
    }
}
