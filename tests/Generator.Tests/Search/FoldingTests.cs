using Advocacy.Generator.Search;
using Xunit;

namespace Advocacy.Tests.Generator.Search;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Niños", "ninos")]
    [InlineData("PETICIÓN", "peticion")]
    [InlineData("nin\u0303os", "ninos")]
    [InlineData("Straße", "strasse")]
    [InlineData("Ærø", "aero")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ﬁling", "filing")]
    [InlineData("ΛΌΓΟΣ", "λογοσ")]
    [InlineData("أحمد", "احمد")]
    [InlineData("202", "202")]
    [InlineData("24,000", "24000")]
    [InlineData("1.250\u00A0000", "1250000")]
    public void WordHasSmallLettersWithoutAccents(string word, string folded) => Assert.Equal(folded, Folding.Fold(word));

    [Fact]
    public void TextIsSplitAtWhatIsNoLetterAndNoDigit()
    {
        var words = new List<string>();
        ReadOnlySpan<char> text = "The child’s right, “a remedy” (58 pages): niños/niñas… 𐐀𐐁 क्षमा";
        while (Folding.Next(ref text) is { Length: > 0 } word)
            words.Add(word.ToString());

        Assert.Equal(["The", "child", "s", "right", "a", "remedy", "58", "pages", "niños", "niñas", "𐐀𐐁", "क्षमा"], words);
    }

    [Fact]
    public void NumberWithItsThousandsIsOneWord()
    {
        var words = new List<string>();
        ReadOnlySpan<char> text = "24,000; 1.234.567,89; 2026,300; 14,0001; 5,000a; 7, 8";
        while (Folding.Next(ref text) is { Length: > 0 } word)
            words.Add(word.ToString());

        Assert.Equal(["24,000", "1.234.567", "89", "2026", "300", "14", "0001", "5", "000a", "7", "8"], words);
    }
}
