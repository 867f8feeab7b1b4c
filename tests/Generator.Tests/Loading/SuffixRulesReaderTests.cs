using System.Collections.Concurrent;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Theme;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Loading;

public sealed class SuffixRulesReaderTests : Folder
{
    [Fact]
    public void EachMistakeIsReportedInItsPlace() => Assert.Equal(
    [
        "Search/xx.yml:2: no word ends with \"ión\" when it is compared: capitals and accents are taken off first; write \"ion\".",
        "Search/xx.yml:3: nothing would be left of the word \"os\"; add \"After\" with the least number of letters before the ending.",
        "Search/xx.yml:5: no word comes to \"ses\": \"s\" above it takes them all; put the longer ending above the shorter one.",
        "Search/xx.yml:6: \"Afterwards\" is not a field that is known here; use one of After, Becomes, Ending.",
        "Search/xx.yml:7: Ending is missing; add a line \"Ending: …\".",
    ], Problems("""
        Endings:
          - { Ending: ión, After: 2 }
          - { Ending: os }
          - { Ending: s, After: 3 }
          - { Ending: ses, After: 2 }
          - { Ending: e, Afterwards: 3, After: 3 }
          - { Becomes: x }

        """));

    [Fact]
    public void RulesOfTheThemeHaveNoMistakes()
    {
        var found = new ConcurrentBag<Problem>();
        var files = Directory.GetFiles(Path.Combine(SiteFolder.Theme, "Search"));

        var languages = files.Select(file => Path.GetFileNameWithoutExtension(file)!);

        SuffixRulesReader.Read(SiteFolder.Theme, languages, new Problems("", found));
        Assert.Equal([], found.Select(p => p.ToString()));
    }

    private string[] Problems(string text)
    {
        Directory.CreateDirectory(PathOf("Search"));
        File.WriteAllText(PathOf("Search/xx.yml"), text);
        var found = new ConcurrentBag<Problem>();
        SuffixRulesReader.Read(PathOf("."), ["xx"], new Problems("", found));
        var sorted = found.ToArray();
        Array.Sort(sorted, Problem.ByPlace);
        return [.. sorted.Select(p => p.ToString()[p.ToString().IndexOf("Search/", StringComparison.Ordinal)..])];
    }
}
