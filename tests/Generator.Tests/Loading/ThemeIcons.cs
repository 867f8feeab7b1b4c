using System.Text;
using Advocacy.Generator;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Loading;

/// <summary>An organization draws its own icons, and its drawing program leaves names and paths in them.</summary>
public sealed class ThemeIcons : IDisposable
{
    private readonly SiteFolder _site = new();
    private readonly string _theme;

    public ThemeIcons()
    {
        _theme = _site.PathOf("../theme");
        foreach (var file in Directory.EnumerateFiles(SiteFolder.Theme, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(SiteFolder.Theme, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
                _site.Write(Path.Combine("../theme", relative), File.ReadAllBytes(file));
        }
    }

    [Fact]
    public async Task LoseWhatDoesNotDrawThem()
    {
        _site.Write("../theme/icons/icon.svg", MarkedPictures.Svg());
        _site.Write("../theme/icons/icon-192.png", MarkedPictures.Png());

        Assert.Empty((await BuildAsync()).Problems);

        Assert.All(
            _site.OutputFiles().Where(file => file.Key.StartsWith("assets/icon-", StringComparison.Ordinal)),
            file => Assert.DoesNotContain(MarkedPictures.Mark, Encoding.Latin1.GetString(file.Value), StringComparison.Ordinal));
    }

    [Fact]
    public async Task AreRefusedWhereTheyRunScripts()
    {
        _site.Write("../theme/icons/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>");

        var problem = Assert.Single((await BuildAsync()).Problems);

        Assert.Equal(
            "theme/icons/icon.svg:1: the icon runs a script; export it as plain SVG from the program it was made with.",
            problem.ToString()[problem.ToString().LastIndexOf("theme/icons", StringComparison.Ordinal)..]);
    }

    public void Dispose() => _site.Dispose();

    private Task<BuildResult> BuildAsync() => SiteBuilder.RunAsync(_site.Options() with { Theme = _theme }, CancellationToken.None);
}
