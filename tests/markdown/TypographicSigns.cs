using Advocacy.Tests.Sites;
using Xunit;

namespace Advocacy.Tests.Markdown;

/// <summary>A writer has a keyboard, and types what is on it.</summary>
public sealed class TypographicSigns : IDisposable
{
    private const string Typed = "The ship's \"bell\" won't ring: 'soon' -- or never... `don't`";

    private readonly SiteFolder _site = new();

    [Theory]
    [InlineData("index.md", "", "The ship’s “bell” won’t ring: ‘soon’ – or never… <code>don't</code>")]
    [InlineData("index.es.md", "es/", "The ship’s «bell» won’t ring: ‘soon’ – or never… <code>don't</code>")]
    public async Task AreThoseOfTheLanguage(string file, string root, string shown)
    {
        _site.SpeakSpanish();
        _site.Replace(file, "A text.", Typed);

        Assert.Empty(await _site.ProblemsAsync());

        Assert.Contains($"<p>{shown}</p>", _site.Read($"{root}index.html"), StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();
}
