using Advocacy.Generator.Images;
using Advocacy.TestKit;
using NetVips;
using Xunit;

namespace Advocacy.Tests.Generator.Images;

public sealed class SocialCardTests : Folder
{
    private static readonly string Font = Path.Combine(SiteFolder.Repository, "theme", "fonts", "Newsreader-SemiBold.ttf");

    [Theory]
    [InlineData("Families ask the state to release the records")]
    [InlineData("R&D <b>bold</b> \"quoted\" & 'more' \u0007 \ud800")]
    [InlineData("")]
    public void IsSmall(string title)
    {
        var path = Draw(title);

        Assert.InRange(new FileInfo(path).Length, 1_000, 60_000);
        using var image = Image.NewFromFile(path);
        Assert.Equal((1200, 630), (image.Width, image.Height));
    }

    [Fact]
    public void KeepsTheMarginHoweverLongTheTitle()
    {
        string[] titles = [string.Join(' ', Enumerable.Repeat("accountability", 60)), new string('W', 400), new string('W', 5_000)];
        foreach (var title in titles)
        {
            using var image = Image.NewFromFile(Draw(title));
            using var margin = image.ExtractArea(1200 - 80, 0, 80, 630);
            Assert.Equal(0, margin[1].Deviate());
        }
    }

    [Fact]
    public void IsMirroredForALanguageThatIs()
    {
        using var plain = Image.NewFromFile(Draw("One"));
        using var mirrored = Image.NewFromFile(SocialCardCache.Draw("One", "line", "Organization", true, Font, Cache));

        var accent = plain.Getpoint(0, 0);
        Assert.Equal(accent, mirrored.Getpoint(1199, 0));
        Assert.Equal(plain.Getpoint(1199, 0), mirrored.Getpoint(0, 0));
        // The words end where they would begin.
        using var margin = mirrored.ExtractArea(1200 - 80, 0, 60, 630);
        Assert.Equal(0, margin[1].Deviate());
        using var words = mirrored.ExtractArea(1200 - 160, 0, 80, 630);
        Assert.NotEqual(0, words[1].Deviate());
    }

    [Fact]
    public void IsDrawnOnceAndThenCached()
    {
        var path = Draw("One");
        var changed = File.GetLastWriteTimeUtc(path);

        Assert.Equal(path, Draw("One"));
        Assert.Equal(changed, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void DiffersForAnyOtherWords()
    {
        string[] cards =
        [
            Draw("One"),
            Draw("Two"),
            SocialCardCache.Draw("One", "other", "Organization", false, Font, Cache),
            SocialCardCache.Draw("One", "line", "Other", false, Font, Cache),
        ];

        Assert.Equal(4, cards.Distinct().Count());
    }

    [Fact]
    public void IsDrawnAgainTheSameWhereTheCacheIsDamaged()
    {
        var path = Draw("One");
        var sound = File.ReadAllBytes(path);
        File.WriteAllBytes(path, sound.AsSpan(0, 100));

        Assert.Equal(sound, File.ReadAllBytes(Draw("One")));
    }

    private string Draw(string title) => SocialCardCache.Draw(title, "line", "Organization", false, Font, Cache);
}
