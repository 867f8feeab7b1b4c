using System.IO.Compression;
using System.Text;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Publishing;

/// <summary>
/// Every picture that a site can show holds a word in each place where a picture can: none of these words is in any file of the output,
/// archives opened.
/// </summary>
public sealed class NoMetadataInOutput : IDisposable
{
    private readonly SiteFolder _site = new();

    [Fact]
    public async Task PicturesOfPagesAndOfThePressKitLoseIt()
    {
        var pictures = new Dictionary<string, byte[]>
        {
            ["a.jpg"] = MarkedPictures.Jpeg(), ["b.jpeg"] = MarkedPictures.Jpeg(orientation: 8), ["c.png"] = MarkedPictures.Png(),
            ["d.webp"] = MarkedPictures.WebP(), ["e.svg"] = MarkedPictures.Svg(),
        };
        foreach (var (name, bytes) in pictures)
        {
            _site.Write($"press-kit/{name}", bytes);
            _site.Write($"press-releases/ferry/{name}", bytes);
            if (!name.EndsWith(".svg", StringComparison.Ordinal))
                _site.AddText(SiteFolder.Release, $"\n![A picture]({name})\n");
        }
        _site.Add(SiteFolder.Release, "Image: {File: a.jpg, Alt: The ferry}");
        _site.Replace("site.yml", "SocialImages: false", "SocialImages: true");
        _site.AddText("site.yml", "PressKit:\n" + string.Concat(
            pictures.Keys.Select(name => $"  - {{File: {name}, Title: A picture, Credit: A. Artist, License: CC BY 4.0}}\n")));
        _site.Write("press.md", "---\nLayout: press\nTitle: Press office\nDescription: For journalists.\n---\nAsk us.\n");

        Assert.Empty(await _site.ProblemsAsync());

        var files = _site.OutputFiles().SelectMany(file => Unpacked(file.Key, file.Value)).ToArray();
        Assert.All(pictures.Keys, name => Assert.Equal(2, files.Count(file => Path.GetFileName(file.Name) == name)));
        Assert.Contains(files, file => file.Name.EndsWith(".avif", StringComparison.Ordinal));
        Assert.All(files, file => Assert.False(IsMarked(file.Bytes), file.Name));
    }

    [Fact]
    public async Task SizeOfADownloadIsThatOfWhatIsPublished()
    {
        _site.Write("press-kit/a.jpg", MarkedPictures.Jpeg());
        _site.AddText("site.yml", "PressKit: [{File: a.jpg, Title: A picture, Credit: A. Artist, License: CC BY 4.0}]\n");
        _site.Write("press.md", "---\nLayout: press\nTitle: Press office\nDescription: For journalists.\n---\nAsk us.\n");
        Assert.Empty(await _site.ProblemsAsync());

        var kilobytes = Math.Ceiling(_site.OutputFiles()["press-kit/a.jpg"].Length / 1024.0);

        Assert.Contains($"(JPG, {kilobytes} KB)", _site.Read("press/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.svg", "a.svg runs a script; export it as plain SVG from the program it was made with.")]
    [InlineData("a.png", "a.png is a JPEG inside; rename it to end with .jpg, or save it as its name says.")]
    [InlineData("a.pdf", "a.pdf is not a PDF, or is damaged; export it again from the program it was made with.")]
    public async Task FileOfThePressKitThatCannotBeCleanedIsRefused(string name, string problem)
    {
        _site.Write($"press-kit/{name}", name switch
        {
            "a.svg" => "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"u8.ToArray(),
            "a.png" => Photographs.Jpeg(8, 8),
            _ => "words"u8.ToArray(),
        });
        _site.Replace("site.yml", "BaseUrl:", $"PressKit: [{{File: {name}, Title: T, Credit: A. Artist, License: CC BY 4.0}}]\nBaseUrl:");

        Assert.Equal([$"input/site.yml:7: {problem}"], await _site.ProblemsAsync());
    }

    public void Dispose() => _site.Dispose();

    private static IEnumerable<(string Name, byte[] Bytes)> Unpacked(string name, byte[] bytes)
    {
        yield return (name, bytes);
        if (!name.EndsWith(".zip", StringComparison.Ordinal))
            yield break;
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using (var packed = entry.Open())
                packed.CopyTo(content);
            yield return ($"{name}/{entry.FullName}", content.ToArray());
        }
    }

    private static bool IsMarked(byte[] bytes) => new[] { Encoding.ASCII, Encoding.Unicode, Encoding.BigEndianUnicode }
        .Any(encoding => bytes.AsSpan().IndexOf(encoding.GetBytes(MarkedPictures.Mark)) >= 0);
}
