using Advocacy.Functions.Finance;
using Xunit;

namespace Advocacy.Tests.Functions.Finance;

public sealed class CsvTests
{
    [Theory]
    [InlineData(5000, "usd", "50.00")]
    [InlineData(1, "usd", "0.01")]
    [InlineData(-1500, "eur", "-15.00")]
    [InlineData(1001, "jpy", "1001")]
    [InlineData(5120, "kwd", "5.120")]
    [InlineData(500, "isk", "5.00")]
    [InlineData(500, "ugx", "5.00")]
    [InlineData(501, "huf", "5.01")]
    [InlineData(null, "usd", "")]
    public void SumsHaveThePlacesOfTheirCurrency(int? minor, string currency, string text) =>
        Assert.Equal(text, Csv.Money(minor, currency));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("one, two", "\"one, two\"")]
    [InlineData("\"quoted\"", "\"\"\"quoted\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [InlineData(null, "")]
    public void TextCannotActAsAFormulaNorBreakALine(string? text, string field) =>
        Assert.Equal(field + "\r\n", Csv.Line([Csv.Defused(text)]));
}
