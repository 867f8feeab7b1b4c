using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Loading;

/// <summary>A valid site, in which a test makes one mistake.</summary>
public abstract class SiteWithOneMistake : IDisposable
{
    protected const string Release = "input/" + SiteFolder.Release;
    protected const string Petition = "input/" + SiteFolder.Petition;

    protected SiteFolder Site { get; } = new();

    /// <param name="problems">All that the build then reports, in order.</param>
    protected async Task IsOneProblem(Action spoil, params string[] problems)
    {
        spoil();

        Assert.Equal(string.Join('\n', problems), string.Join('\n', await Site.ProblemsAsync()));
    }

    public void Dispose()
    {
        Site.Dispose();
        GC.SuppressFinalize(this);
    }
}
