using System.Text;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Loading;

public sealed class LineEndingsAndByteOrderMarks : IDisposable
{
    private readonly SiteFolder _site = new();

    [Theory]
    [InlineData("", "\r\n")]
    [InlineData("\uFEFF", "\n")]
    [InlineData("\uFEFF", "\r\n")]
    public async Task ChangeNothingInTheOutput(string mark, string end)
    {
        Assert.Empty(await _site.ProblemsAsync());
        var expected = _site.OutputFiles();
        foreach (var file in Directory.GetFiles(_site.Input, "*", SearchOption.AllDirectories))
            File.WriteAllBytes(file, Encoding.UTF8.GetBytes(mark + File.ReadAllText(file).Replace("\n", end, StringComparison.Ordinal)));

        var result = await _site.BuildAsync();

        Assert.Empty(result.Problems);
        Assert.Equal(0, result.Written);
        Assert.Equal(expected, _site.OutputFiles());
    }

    public void Dispose() => _site.Dispose();
}
