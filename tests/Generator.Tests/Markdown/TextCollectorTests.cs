using System.Text;
using Advocacy.Content.Pages;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.Theme;
using Advocacy.Generator.Markdown;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Markdown;

/// <summary>What the search reads of a text.</summary>
public sealed class TextCollectorTests
{
    [Theory]
    [InlineData("One *two* **three**, `four`.", "One two three, four.")]
    [InlineData("It said \"no\" -- and went...", "It said “no” – and went…")]
    [InlineData("R&amp;D, 1 < 2 &copy; 3", "R&D, 1 < 2 © 3")]
    [InlineData("One\ntwo\\\nthree", "One two · three")]
    [InlineData("## One\n\nTwo.\n\nThree", "One · Two. Three")]
    [InlineData("- one\n- two\n  - three", "one · two · three")]
    [InlineData("| A | B |\n|---|---|\n| c | d |", "A · B · c · d")]
    [InlineData("Term\n:   What it means.", "Term · What it means.")]
    [InlineData("```\ncode &amp;\nmore\n```", "code &amp; more")]
    [InlineData("[a link](https://www.example.org/) and <https://www.example.org/>", "a link and https://www.example.org/")]
    [InlineData("The UN said so.\n\n*[UN]: United Nations", "The UN said so.")]
    [InlineData("> Quoted.\n\nNot.", "Quoted. Not.")]
    [InlineData("He said [no]{lang=es} twice.", "He said no twice.")]
    [InlineData("A ** star and a [bracket", "A ** star and a [bracket")]
    public void AreTheWordsThatAReaderSees(string markdown, string words) => Assert.Equal(words, TextOf(markdown));

    [Fact]
    public void NumbersOfFootnotesDoNotStickToWords() =>
        Assert.Equal("The ferry runs. In spring. Only then.", TextOf("The ferry[^1] runs. In spring.\n\n[^1]: Only then."));

    private static string TextOf(string markdown)
    {
        var problems = new Problems("", []);
        var words = WordListReader.Read(SiteFolder.Theme, ["en"], problems)!;
        var page = new Page
        {
            Path = "", Url = "/a/", Original = "/a/", Language = "en", Title = "", Description = "", Layout = PageLayout.Page,
        };
        var entry = new Entry(page, "a.md", Encoding.UTF8.GetBytes(markdown), 0, [], [], problems);
        var body = new BodyRenderer(words, (_, link, _) => link, (_, _, _) => null).Render(entry, new Dictionary<string, Quotation>());
        Assert.Empty(problems.Report());
        return string.Concat(body.Parts.OfType<HtmlPart>().Select(part => part.Text)).TrimEnd(' ', '·');
    }
}
