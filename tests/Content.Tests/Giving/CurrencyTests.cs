using Advocacy.Content.Giving;
using Xunit;

namespace Advocacy.Tests.Content.Giving;

/// <summary>By the tables of https://docs.stripe.com/currencies.</summary>
public sealed class CurrencyTests
{
    [Theory]
    [InlineData("USD EUR GBP CAD MXN BRL INR CHF HUF TWD", 2, 100, 1, 2, true)]
    [InlineData("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF", 0, 1, 1, 0, true)]
    [InlineData("BHD JOD KWD OMR TND", 3, 1000, 10, 2, false)]
    [InlineData("ISK UGX", 2, 100, 100, 0, false)]
    public void CurrenciesAreCountedAsStripeDoes(string codes, int places, int units, int step, int written, bool canBeAskedFor)
    {
        foreach (var currency in codes.Split(' ').Select(Currency.Of))
        {
            Assert.Equal(
                (currency.Code, places, units, step, written, canBeAskedFor),
                (currency.Code, currency.Places, currency.MinorPerMajor, currency.Step, currency.WrittenPlaces, currency.CanBeAskedFor));
        }
    }

    [Theory]
    [InlineData(5_000, "USD", "50.00 USD")]
    [InlineData(-5, "EUR", "-0.05 EUR")]
    [InlineData(1_001, "JPY", "1001 JPY")]
    [InlineData(5_120, "KWD", "5.120 KWD")]
    [InlineData(500, "UGX", "5.00 UGX")]
    public void AmountsAreWrittenInMessagesWithAllTheirPlaces(long minor, string currency, string text) =>
        Assert.Equal(text, new Money(minor, currency).ToString());
}
