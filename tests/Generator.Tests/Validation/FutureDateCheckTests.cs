using Advocacy.Generator;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Validation;

/// <summary>What staff writes before its day, and what a rehearsal of an earlier day already knows.</summary>
public sealed class FutureDateCheckTests : IDisposable
{
    private readonly SiteFolder _site = new();

    [Fact]
    public async Task PetitionThatComesOutOnTheDayOfItsFilingIsReadyBefore()
    {
        FiledOn("2026-12-01", "Published: 2026-12-01T09:00");

        Assert.Empty(await _site.ProblemsAsync());
    }

    [Fact]
    public async Task DraftMayHaveAnyDate()
    {
        FiledOn("2026-12-01", "Draft: true");

        Assert.Empty(await _site.ProblemsAsync());
    }

    [Fact]
    public async Task RehearsalOfAnEarlierDayShowsWhatHasHappenedSince()
    {
        FiledOn("2026-04-01", "Published: 2026-01-05T09:00");
        var earlier = new DateTimeOffset(2026, 3, 5, 12, 0, 0, TimeSpan.Zero);
        var options = _site.Options("2026-06-01T00:00:00Z") with { At = earlier, Rehearsal = true };

        Assert.Empty((await SiteBuilder.RunAsync(options, CancellationToken.None)).Problems);
    }

    private void FiledOn(string day, string with)
    {
        _site.Replace(SiteFolder.Petition, "Statuses:\n", $"Statuses:\n  - Date: {day}\n    State: filed\n");
        _site.Add(SiteFolder.Petition, with);
    }

    public void Dispose() => _site.Dispose();
}
