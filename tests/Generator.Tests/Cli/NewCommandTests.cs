using System.Text;
using Advocacy.Generator;
using Advocacy.Generator.Cli;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Cli;

public sealed class NewCommandTests : IDisposable
{
    private readonly SiteFolder _site = new();

    [Theory]
    [InlineData("press-release", "Los niños \"piden\" más: ¡ya!", "press-releases/los-ninos-piden-mas-ya/index.md")]
    [InlineData("petition", "L'Œuvre: à Łódź", "petitions/l-oeuvre-a-lodz/index.md")]
    [InlineData("campaign", "Spring 2026", "campaigns/spring-2026.yml")]
    [InlineData("press-release", "العبّارة", "press-releases/press-release-2026-11-24/index.md")]
    [InlineData("press-release", "2014", "press-releases/press-release-2014/index.md")]
    public async Task NewContentIsAValidDraftWithTodaysDateAndAProperName(string kind, string title, string file)
    {
        var (code, output, errors) = await RunAsync("new", kind, title);

        Assert.Equal((0, ""), (code, errors));
        Assert.StartsWith($"{_site.Input}/{file}\nNext: write it where it says \"To be written\"; ", output, StringComparison.Ordinal);
        Assert.Contains("2026-11-24", File.ReadAllText(_site.PathOf(file)), StringComparison.Ordinal);
        Assert.Empty(await _site.ProblemsAsync("2026-11-25T00:00:00Z"));
        var texts = _site.OutputFiles().Values.Select(bytes => Encoding.UTF8.GetString(bytes));
        Assert.DoesNotContain(texts, text => text.Contains("To be written", StringComparison.Ordinal));
        Assert.Empty((await RehearseAsync()).Problems);
    }

    [Fact]
    public async Task TitlesWithoutLettersForAnAddressAreNumberedByTheDay()
    {
        foreach (var file in new[] { "press-release-2026-11-24", "press-release-2026-11-24-2", "press-release-2026-11-24-3" })
        {
            Assert.Equal(0, (await RunAsync("new", "press-release", "العبّارة")).Item1);
            Assert.True(File.Exists(_site.PathOf($"press-releases/{file}/index.md")));
        }
    }

    [Theory]
    [InlineData("press-release")]
    [InlineData("petition")]
    [InlineData("campaign")]
    public async Task NewContentIsInTheLanguageOfTheSite(string kind)
    {
        _site.Replace("site.yml", "Languages: [en, es]", "Languages: [es]");

        var (code, output, _) = await RunAsync("new", kind, "Los niños");

        Assert.Equal(0, code);
        Assert.Contains("\"Por escribir\"", output, StringComparison.Ordinal);
        var text = File.ReadAllText(_site.PathOf(kind == "campaign" ? "campaigns/los-ninos.yml" : $"{kind}s/los-ninos/index.md"));
        Assert.Contains("Por escribir", text, StringComparison.Ordinal);
        Assert.DoesNotContain("written", text, StringComparison.Ordinal);
        Assert.Empty((await RehearseAsync()).Problems);
    }

    [Fact]
    public async Task DocumentIsIndentedAsTheListIs()
    {
        var outdented = File.ReadAllLines(_site.PathOf(SiteFolder.Petition))
            .Select(line => line.StartsWith("  ", StringComparison.Ordinal) ? line[2..] : line);
        _site.Write(SiteFolder.Petition, string.Join('\n', outdented) + "\n");

        Assert.Equal(0, (await RunAsync("new", "document", "The answer", "--in", $"{_site.Input}/petitions/ferry")).Item1);

        var text = File.ReadAllText(_site.PathOf(SiteFolder.Petition));
        Assert.Contains("\n# - Kind: other\n#   Title: \"The answer\"\n", text, StringComparison.Ordinal);
        _site.Write("petitions/ferry/the-answer-2026-11-24.pdf", SmallPdf.Write());
        _site.Write(SiteFolder.Petition, Uncommented(text).Replace("To be written", "the board", StringComparison.Ordinal));
        Assert.Empty(await _site.ProblemsAsync("2026-11-24T18:00:00Z"));
    }

    [Fact]
    public async Task TwoDocumentsOfAReleaseBeginOneList()
    {
        foreach (var title in new[] { "One", "Two" })
            Assert.Equal(0, (await RunAsync("new", "document", title, "--in", "press-releases/ferry")).Item1);

        Assert.Single(File.ReadAllLines(_site.PathOf(SiteFolder.Release)), "# Documents:");
    }

    [Theory]
    [InlineData(2, "new", "press-release", "One\u2028two")]
    [InlineData(2, "new", "press-release", "--drafts")]
    [InlineData(0, "new", "press-release", "--help")]
    [InlineData(0, "build", "--help")]
    public async Task InvalidTitleMakesNothing(int expected, params string[] args)
    {
        var before = Directory.GetDirectories(_site.PathOf("press-releases"));

        Assert.Equal(expected, (await RunAsync(args)).Item1);

        Assert.Equal(before, Directory.GetDirectories(_site.PathOf("press-releases")));
    }

    [Fact]
    public async Task ExistingContentIsNotOverwritten()
    {
        var before = File.ReadAllText(_site.PathOf(SiteFolder.Release));

        var refusal = $"{_site.Input}/press-releases/ferry/index.md is there already; choose another title, or edit that file.\n";
        Assert.Equal((1, "", refusal), await RunAsync("new", "press-release", "Ferry"));
        Assert.Equal(before, File.ReadAllText(_site.PathOf(SiteFolder.Release)));
    }

    [Fact]
    public async Task DocumentWaitsInThePageUntilItsWordsAreThere()
    {
        var (code, output, _) = await RunAsync("new", "document", "The answer", "--in", "petitions/ferry");

        Assert.Equal(0, code);
        Assert.StartsWith($"{_site.Input}/petitions/ferry/index.md:17\n", output, StringComparison.Ordinal);
        Assert.Empty(await _site.ProblemsAsync());
        var text = File.ReadAllText(_site.PathOf(SiteFolder.Petition));
        Assert.Contains($"""
                To: the Commission
            {Instruction("Filings")}
            #   - Kind: other
            #     Title: "The answer"
            #     Date: 2026-11-24
            #     From: To be written
            #     To: To be written
            #     File: the-answer-2026-11-24.pdf
            Cite:
            """, text, StringComparison.Ordinal);

        _site.Write(SiteFolder.Petition, Uncommented(text));
        _site.Write("petitions/ferry/the-answer-2026-11-24.pdf", SmallPdf.Write());
        const string Unwritten = "says \"To be written\", as a new file does; write your own words, or put \"Draft: true\" back.";
        Assert.Equal(
            [$"input/petitions/ferry/index.md:20: From {Unwritten}", $"input/petitions/ferry/index.md:21: To {Unwritten}"],
            await _site.ProblemsAsync("2026-11-24T18:00:00Z"));

        _site.Write(SiteFolder.Petition, Uncommented(text).Replace("To be written", "the board", StringComparison.Ordinal));
        Assert.Empty(await _site.ProblemsAsync("2026-11-24T18:00:00Z"));
        Assert.True(_site.Has("petitions/ferry/the-answer-2026-11-24/index.html"));
    }

    [Fact]
    public async Task DocumentOfAReleaseBeginsItsList()
    {
        Assert.Equal(0, (await RunAsync("new", "document", "The answer", "--in", "press-releases/ferry")).Code);

        Assert.EndsWith($"""
            # Documents:
            {Instruction("Documents")}
            #   - Title: "The answer"
            #     Date: 2026-11-24
            #     File: the-answer-2026-11-24.pdf
            ---
            A text.

            """, File.ReadAllText(_site.PathOf(SiteFolder.Release)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"story\" is not something to begin; write press-release, petition, campaign or document.", "story", "A title")]
    [InlineData("new petition wants a title in quotation marks.", "petition")]
    [InlineData("\"title\" is one word too many; put the title in quotation marks.", "petition", "A", "title")]
    [InlineData("the title is empty, or has more than one line.", "petition", " ")]
    [InlineData(
        "new document wants to know where it belongs: add --in petitions/NAME, or --in press-releases/NAME.", "document", "A title")]
    [InlineData("new petition has no --in.", "petition", "A title", "--in", "petitions/ferry")]
    public async Task WrongUsageIsExitCode2(string sentence, params string[] words)
    {
        var (code, output, errors) = await RunAsync(["new", .. words]);

        Assert.Equal((2, "", sentence), (code, output, errors.Split('\n')[0]));
    }

    [Fact]
    public async Task DocumentOfNothingIsRefused()
    {
        var refusal = $"{_site.Input}/petitions/zebra/index.md is not there; "
            + "name a petition or a press release that is, such as petitions/ferry-crossing.\n";

        Assert.Equal((1, "", refusal), await RunAsync("new", "document", "The answer", "--in", "petitions/zebra"));
    }

    public void Dispose() => _site.Dispose();

    /// <param name="list">The field that lists the documents.</param>
    private static string Instruction(string list) =>
        $"# One more of {list}: put the-answer-2026-11-24.pdf beside this text, fill in the fields, "
        + "and take away the number sign and the space before each.";

    /// <summary>What a writer does who follows the instruction.</summary>
    private static string Uncommented(string text)
    {
        var lines = text.Split('\n').Where(line => !line.StartsWith("# One", StringComparison.Ordinal));
        return string.Join('\n', lines.Select(line => line.StartsWith("# ", StringComparison.Ordinal) ? line[2..] : line));
    }

    private Task<BuildResult> RehearseAsync() => SiteBuilder.RunAsync(
        _site.Options("2026-11-25T00:00:00Z") with { Drafts = true, Rehearsal = true }, CancellationToken.None);

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await CommandLine.RunAsync([.. args, "--input", _site.Input], output, errors, new Noon(), CancellationToken.None);
        return (code, output.ToString(), errors.ToString());
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 24, 18, 0, 0, TimeSpan.Zero);
    }
}
