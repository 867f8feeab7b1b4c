using Advocacy.Content.Giving;
using Advocacy.Theme.Localization;
using Xunit;

namespace Advocacy.Tests.Theme.Localization;

public sealed class MoneyFormatting
{
    [Theory]
    [InlineData(5_000, "USD", "50")]
    [InlineData(5_143, "USD", "51.43")]
    [InlineData(150_000_007, "USD", "1500000.07")]
    [InlineData(5, "EUR", "0.05")]
    [InlineData(5_000, "JPY", "5000")]
    [InlineData(5_120, "KWD", "5.12")]
    [InlineData(5_124, "KWD", "5.124")]
    [InlineData(500, "ISK", "5")]
    public void AmountsAreWrittenForTheForm(long minor, string currency, string form) =>
        Assert.Equal(form, new Money(minor, currency).Major);

    [Theory]
    [InlineData("en", "en-US", 5_000, "USD", "$50")]
    [InlineData("en", "en-US", 5_143, "USD", "$51.43")]
    [InlineData("en", "en-US", 150_000_007, "USD", "$1,500,000.07")]
    [InlineData("en", "en-US", 5_000, "JPY", "JPY\u00A05,000")]
    [InlineData("en", "en-GB", 5, "EUR", "€0.05")]
    [InlineData("es", "es-US", 2_500_050, "USD", "$25,000.50")]
    [InlineData("es", "es-ES", 2_500_050, "EUR", "25.000,50\u00A0€")]
    [InlineData("es", null, 2_500_050, "USD", "25.000,50\u00A0$")]
    [InlineData("fr", "fr-CA", 2_500_000, "CAD", "25\u00A0000\u00A0$")]
    [InlineData("de", "de-DE", 2_500_000, "CHF", "25.000\u00A0CHF")]
    [InlineData("pt", "pt-BR", 150, "BRL", "R$\u00A01,50")]
    [InlineData("ar", "ar-US", 2_500_000, "USD", "\u200F25,000\u00A0US$\u200E")]
    public void AmountsAreWrittenAsTheLanguageWritesThemInThatCountry(
        string language, string? locale, long minor, string currency, string written) =>
        Assert.Equal(written, new WordLanguage(language, locale).Sum(new(minor, currency)));

    [Theory]
    [InlineData("en-US", 220, "2.2%")]
    [InlineData("es-ES", 225, "2,25\u00A0%")]
    [InlineData("de-DE", 300, "3\u00A0%")]
    public void PercentagesAreWrittenAsTheLanguageWritesThem(string locale, int basisPoints, string written) =>
        Assert.Equal(written, new WordLanguage(locale[..2], locale).Percent(basisPoints));
}
