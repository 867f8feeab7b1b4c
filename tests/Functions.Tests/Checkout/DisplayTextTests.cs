using Advocacy.Functions.Checkout;
using Xunit;

namespace Advocacy.Tests.Functions.Checkout;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("Gift to the Test Fund", 21, "Gift to the Test Fund")]
    [InlineData("Gift to the Test Fund", 20, "Gift to the Test…")]
    [InlineData("Gift to the Test Fund", 17, "Gift to the Test…")]
    [InlineData("Gift to the Test Fund", 16, "Gift to the…")]
    [InlineData("Ferries, and roads", 10, "Ferries…")]
    [InlineData("Donaudampfschifffahrt", 10, "Donaudamp…")]
    [InlineData("An Donaudampfschifffahrt", 12, "An Donaudam…")]
    [InlineData("", 2, "")]
    public void IsCutAtAWholeWord(string text, int most, string cut) => Assert.Equal(cut, DisplayText.Fit(text, most));

    [Theory]
    // A flag is two code points of two units each, and an e with its accent is two.
    [InlineData("🇺🇦🇺🇦🇺🇦", 9, "🇺🇦🇺🇦…")]
    [InlineData("🇺🇦🇺🇦🇺🇦", 8, "🇺🇦…")]
    [InlineData("e\u0301e\u0301e\u0301", 4, "e\u0301…")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 4, "…")]
    public void IsNotCutWithinALetter(string text, int most, string cut) => Assert.Equal(cut, DisplayText.Fit(text, most));
}
