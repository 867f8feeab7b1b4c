using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Validation;

/// <summary>Readers of a translation hear of what has happened since, or the staff hears that they do not.</summary>
public sealed class TranslationGapsTests : IDisposable
{
    private const string Petition = "petitions/ferry/index.es.md";
    private const string Release = "press-releases/ferry/index.es.md";

    private readonly SiteFolder _site = new();

    public TranslationGapsTests()
    {
        _site.SpeakSpanish();
        _site.Write(Petition, File.ReadAllText(_site.PathOf(SiteFolder.Petition)));
        _site.Write(Release, "---\nTitle: La cebra vuelve\nDescription: Vuelve a navegar.\n---\nUn texto.\n");
    }

    [Theory]
    [InlineData(
        "State: filed",
        "State: filed\n  - Date: 2026-04-01\n    State: granted\n    Text: It is granted.",
        "Statuses does not have what index.md has, granted since 2026-04-01; "
            + "add that State and Date here, too; the Text can wait for a translator.")]
    [InlineData(
        "State: filed",
        "State: pending",
        "Statuses does not have what index.md has, pending since 2026-01-05; "
            + "add that State and Date here, too; the Text can wait for a translator.",
        "Statuses has what index.md does not have, filed since 2026-01-05; take it out here, or add it there.")]
    public async Task StatusesAreTheSame(string old, string with, params string[] problems)
    {
        _site.Replace(SiteFolder.Petition, old, with);

        Assert.Equal(problems.Select(problem => $"input/{Petition}:8: {problem}"), await _site.ProblemsAsync());
    }

    [Fact]
    public async Task StatusesMayDifferInTheirWordsAndTheirOrder()
    {
        _site.Replace(SiteFolder.Petition, "State: filed", "State: filed\n    Text: It is filed.\n  - Date: 2026-02-01");
        _site.Replace(Petition, "Statuses:\n", "Statuses:\n  - {State: Unknown, Date: 2026-02-01, Text: Nadie responde.}\n");

        await AreWarned();
    }

    [Fact]
    public async Task StatusThatCannotBeReadIsOneProblem()
    {
        _site.Replace(SiteFolder.Petition, "State: filed", "State: filled");

        Assert.Equal(
            [$"input/{SiteFolder.Petition}:10: State \"filled\" is not known; did you mean filed."],
            await _site.ProblemsAsync());
    }

    [Fact]
    public async Task FilingIsMissedInEither()
    {
        _site.Replace(SiteFolder.Petition, "Filings:\n", """
            Filings:
              - {Kind: response, Title: The answer, Date: 2026-03-01, From: the Commission, To: Test Rights}

            """);
        _site.Replace(Petition, "Filings:\n", """
            Filings:
              - {Kind: request, Title: Una carta, Date: 2026-01-05, From: Test Rights, To: la Comisión}

            """);

        await AreWarned(
            "warning: input/petitions/ferry/index.md does not tell of the filing of 2026-01-05, of which index.es.md tells; "
                + "tell of it here, too, so that readers of both languages know.",
            "warning: input/petitions/ferry/index.es.md does not tell of the filing of 2026-03-01, of which index.md tells; "
                + "tell of it here, too, so that readers of both languages know.");
    }

    [Fact]
    public async Task DocumentThatOneNamesIsOneWarning()
    {
        _site.Write("petitions/ferry/answer.txt", "No.");
        _site.Replace(SiteFolder.Petition, "Filings:\n", """
            Filings:
              - {Kind: response, Title: The answer, Date: 2026-03-01, From: the Commission, To: Test Rights, File: answer.txt}

            """);

        await AreWarned("warning: input/petitions/ferry/index.es.md does not name answer.txt, which index.md names; "
            + "name it here, too, so that readers of both languages find it.");
    }

    [Fact]
    public async Task CorrectionAndUpdateAreMissedInTheTranslation()
    {
        _site.Add(SiteFolder.Release, """
            Corrections: [{Date: 2026-03-03, Text: Two.}, {Date: 2026-03-03, Text: Three.}]
            Updates: [{Date: 2026-03-04, Text: It runs.}]
            """);
        _site.Add(Release, "Corrections: [{Date: 2026-03-03, Text: Dos.}, {Date: 2026-04-01, Text: Una palabra mal traducida.}]");

        await AreWarned(
            "warning: input/press-releases/ferry/index.es.md does not tell of the correction of 2026-03-03, of which index.md tells; "
                + "tell of it here, too, so that readers of both languages know.",
            "warning: input/press-releases/ferry/index.es.md does not tell of the update of 2026-03-04, of which index.md tells; "
                + "tell of it here, too, so that readers of both languages know.");
    }

    [Fact]
    public async Task CorrectionFromBeforeTheTranslationIsNotMissed()
    {
        _site.Add(SiteFolder.Release, "Corrections: [{Date: 2026-03-03, Text: Two.}]");
        _site.Add(Release, "Published: 2026-03-04T09:00");

        await AreWarned();
    }

    public void Dispose() => _site.Dispose();

    private async Task AreWarned(params string[] warnings)
    {
        var result = await _site.BuildAsync();

        Assert.Empty(_site.Shown(result));
        Assert.Equal(warnings, result.Warnings.Select(w => w.ToString().Replace(_site.Input, "input", StringComparison.Ordinal)));
    }
}
