using System.Collections.Concurrent;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Theme;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Loading;

public sealed class WordListReaderTests : Folder
{
    [Fact]
    public void EachMistakeIsReportedInItsPlace()
    {
        var list = File.ReadAllText(Path.Combine(SiteFolder.Theme, "words", "en.yml"))
            .Replace("SkipToContent: Skip to content\n", "SkipToContents: Skip to content\n", StringComparison.Ordinal)
            .Replace("About: About {name}\n", "About: About {nam}\n", StringComparison.Ordinal)
            .Replace("QuotationMarks: “ ” ‘ ’\n", "QuotationMarks: “ ”\n", StringComparison.Ordinal)
            .Replace("  One: \"{count} result\"\n", "", StringComparison.Ordinal)
            .Replace("  PanelTitle: Preview panel\n", "", StringComparison.Ordinal)
            .Replace("GiftTo: Gift to {name}\n", $"GiftTo: {new string('x', 45)}{{name}}\n", StringComparison.Ordinal)
            .Replace("Home: Home\n", "Home: \"\"\n", StringComparison.Ordinal);
        var lines = list.Split('\n');

        Assert.Equal(
            [
                "words/xx.yml:1: Preview.PanelTitle is missing; add \"PanelTitle\" with its text.",
                "words/xx.yml:1: Results.One is missing; add \"One\" with its text.",
                "words/xx.yml:1: SkipToContent is missing; add \"SkipToContent\" with its text.",
                $"words/xx.yml:{LineOf("Locale: en-US")}: Locale en-US is not xx as a country writes it; "
                    + "write xx, a hyphen and the country in two capitals, such as xx-US.",
                $"words/xx.yml:{LineOf("SkipToContents: Skip to content")}: "
                    + "SkipToContents is a word that nobody asks for; did you mean SkipToContent.",
                $"words/xx.yml:{LineOf("QuotationMarks: “ ”")}: QuotationMarks are not four; "
                    + "write those of a quotation and those of one within it, with spaces between: “ ” ‘ ’.",
                $"words/xx.yml:{LineOf("About: About {nam}")}: "
                    + "About does not say {name}; put {name} where it belongs in the text.",
                $"words/xx.yml:{LineOf("About: About {nam}")}: About says {{nam}}, which nothing is put in for; use {{name}}.",
                $"words/xx.yml:{LineOf("Home: \"\"")}: Home is empty; fill it in.",
                $"words/xx.yml:{LineOf($"GiftTo: {new string('x', 45)}{{name}}")}: "
                    + "GiftTo has 51 characters, and a payment page has room for 50; shorten it.",
            ],
            Problems("xx", list));

        int LineOf(string line) => Array.IndexOf(lines, line) + 1;
    }

    [Fact]
    public void MissingListIsReported()
    {
        const string Problem = "words/yy.yml:1: there is no word list for the language yy; "
            + "copy another list and translate it, or take yy out of Languages in site.yml.";
        Assert.Equal([Problem], Problems("yy", null));
    }

    private string[] Problems(string language, string? list)
    {
        Directory.CreateDirectory(PathOf("words"));
        if (list is not null)
            File.WriteAllText(PathOf($"words/{language}.yml"), list);
        var found = new ConcurrentBag<Problem>();
        Assert.Null(WordListReader.Read(PathOf("."), [language], new Problems("", found)));
        var sorted = found.ToArray();
        Array.Sort(sorted, Problem.ByPlace);
        return [.. sorted.Select(p => p.ToString()[(p.ToString().IndexOf("words/", StringComparison.Ordinal))..])];
    }
}
