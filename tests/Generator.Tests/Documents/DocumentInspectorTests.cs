using System.Security.Cryptography;
using Advocacy.Generator.Documents;
using Advocacy.TestKit;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Xunit;

namespace Advocacy.Tests.Generator.Documents;

public sealed class DocumentInspectorTests : Folder
{
    [Fact]
    public void FindsKindSizePagesAndHash()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var page = 1; page <= 3; page++)
            builder.AddPage(PageSize.Letter).AddText($"Page {page}", 12, new PdfPoint(72, 700), font);
        var bytes = builder.Build();

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Assert.Equal(
            new DocumentFacts("PDF", bytes.Length, 3, hash, Tagged: false)
            {
                Text = "page 1\np Page 1\npage 2\np Page 2\npage 3\np Page 3",
            },
            Facts(Write("petition.pdf", bytes)));
    }

    [Theory]
    [InlineData("/StructTreeRoot 3 0 R /MarkInfo 4 0 R", true)]
    [InlineData("/StructTreeRoot 3 0 R /MarkInfo << /Marked true >>", true)]
    [InlineData("/StructTreeRoot 3 0 R /MarkInfo << /Marked false >>", false)]
    [InlineData("/StructTreeRoot 3 0 R", false)]
    [InlineData("/MarkInfo << /Marked true >>", false)]
    [InlineData("/StructTreeRoot 99 0 R /MarkInfo 98 0 R", false)]
    public void PdfIsTaggedWhereTheCatalogSaysSoAndHasATree(string catalog, bool tagged) =>
        Assert.Equal(tagged, Facts(Write("response.pdf", SmallPdf.Write(catalog: catalog))).Tagged);

    [Theory]
    [InlineData("a.txt", "TXT")]
    [InlineData("a.CSV", "CSV")]
    [InlineData("a.mp3", "MP3")]
    public void OtherKindsHaveNoPages(string name, string kind)
    {
        var facts = Facts(Write(name, "words"u8));

        Assert.Equal((kind, 5, null, false), (facts.Kind, facts.Size, facts.Pages, facts.Tagged));
    }

    [Fact]
    public void ResultIsCachedByContentAndNotByName()
    {
        var bytes = SmallPdf.Write(pages: 2);
        var first = Facts(Write("a.pdf", bytes));

        Assert.Equal(first, Facts(Write("b.pdf", bytes)));
        Assert.Single(Directory.GetFiles(Cache));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not what was kept")]
    [InlineData("\n\n\n\n")]
    public void FileIsReadAgainWhereTheCacheIsDamaged(string damage)
    {
        var path = Write("a.pdf", SmallPdf.Write(pages: 2));
        var facts = Facts(path);
        var kept = Assert.Single(Directory.GetFiles(Cache));
        var sound = File.ReadAllText(kept);
        File.WriteAllText(kept, damage);

        Assert.Equal(facts, Facts(path));
        Assert.Equal(sound, File.ReadAllText(kept));
    }

    [Fact]
    public void FileIsReadAgainWhereOneDigitOfTheCacheChanged()
    {
        var path = Write("a.pdf", SmallPdf.Write(pages: 2));
        var facts = Facts(path);
        var kept = Assert.Single(Directory.GetFiles(Cache));
        File.WriteAllText(kept, File.ReadAllText(kept).Replace("\n2\n", "\n3\n", StringComparison.Ordinal));

        Assert.Equal(facts, Facts(path));
    }

    private DocumentFacts Facts(string path) => Assert.IsType<InspectedFile>(DocumentInspector.Inspect(path, Cache)).Facts;
}
