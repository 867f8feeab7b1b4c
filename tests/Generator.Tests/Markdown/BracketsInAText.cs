using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Markdown;

public sealed class BracketsInAText : IDisposable
{
    private readonly SiteFolder _site = new();

    [Theory]
    [InlineData("He said it [sic] [twice].", "He said it [sic] [twice].")]
    [InlineData("See \\[a][b].", "See [a][b].")]
    [InlineData("See [a\\][b].", "See [a][b].")]
    [InlineData("A word.\\[^1]", "A word.[^1]")]
    [InlineData("`[a][b]` and `[^1]`", "<code>[a][b]</code> and <code>[^1]</code>")]
    [InlineData("From [a\\[b.", "From [a[b.")]
    public async Task StayWhereTheyAreNoLink(string text, string shown)
    {
        _site.Replace(SiteFolder.Release, "A text.", text);

        Assert.Empty(await _site.ProblemsAsync());

        Assert.Contains($"<p>{shown}</p>", _site.Read("press-releases/ferry/index.html"), StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();
}
