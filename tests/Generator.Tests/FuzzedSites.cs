using Advocacy.Fuzz;
using Xunit;

namespace Advocacy.Tests.Generator;

/// <summary>Sites that nobody would write. <c>tests/Fuzz</c> tries other ones for as long as it is asked to.</summary>
public sealed class FuzzedSites
{
    private const int Cases = 40;

    [Fact]
    public async Task EndWithAnExitCodeAndASentenceForEachProblem()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var outcome = await SiteFuzzer.TryAsync(seed);

            Assert.True(outcome.Finding is null, $"{seed}: {string.Join(", ", outcome.Changes)}\n{outcome.Finding}");
        }
    }
}
