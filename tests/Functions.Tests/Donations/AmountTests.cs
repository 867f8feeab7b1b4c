using Advocacy.Functions.Donations;
using Xunit;

namespace Advocacy.Tests.Functions.Donations;

public sealed class AmountTests
{
    [Theory]
    [InlineData("50", "USD", 5000)]
    [InlineData(" 12.50 ", "USD", 1250)]
    [InlineData("12.5", "USD", 1250)]
    [InlineData("007", "USD", 700)]
    [InlineData("0", "USD", 0)]
    [InlineData("999999999999.99", "USD", 99_999_999_999_999)]
    [InlineData("1000000000000", "USD", long.MaxValue)]
    [InlineData("500", "JPY", 500)]
    [InlineData("5.01", "HUF", 501)]
    [InlineData("5", "ISK", 500)]
    [InlineData("5", "KWD", 5000)]
    [InlineData("5.1", "KWD", 5100)]
    [InlineData("5.12", "KWD", 5120)]
    public void IsWholeMinorUnits(string text, string currency, long minor) => Assert.Equal(minor, Amount.Read(text, currency));

    [Theory]
    [InlineData("", "USD")]
    [InlineData(".", "USD")]
    [InlineData("5.", "USD")]
    [InlineData(".50", "USD")]
    [InlineData("5.001", "USD")]
    [InlineData("12,50", "USD")]
    [InlineData("1,000", "USD")]
    [InlineData("+5", "USD")]
    [InlineData("-5", "USD")]
    [InlineData("1e9", "USD")]
    [InlineData("0x10", "USD")]
    [InlineData("NaN", "USD")]
    [InlineData("Infinity", "USD")]
    [InlineData("٥٠", "USD")]
    [InlineData("５０", "USD")]
    [InlineData("5 0", "USD")]
    [InlineData("5.0", "JPY")]
    [InlineData("5.", "JPY")]
    [InlineData("5.0", "ISK")]
    [InlineData("5.00", "UGX")]
    [InlineData("5.120", "KWD")]
    public void IsDigitsAndNothingElse(string text, string currency) => Assert.Null(Amount.Read(text, currency));
}
