using Advocacy.Functions.Ledger;
using Advocacy.TestKit.Ledger;
using Xunit;

namespace Advocacy.Tests.Functions.Ledger;

/// <summary>What lies in ledgers for years: what is written here can never change, only grow.</summary>
public sealed class FactTextTests
{
    private const string Refund = """
        {"fact":"refunded","gift":"pi_1","at":"2026-12-01T12:00:00+00:00","key":"refund:re_1","refund":"re_1","amount":1000}
        """;

    private const string Lost = """
        {"fact":"dispute-lost","gift":"pi_1","at":"2026-12-01T12:00:00+00:00","key":"dispute-lost:dp_1","dispute":"dp_1","amount":5000}
        """;

    private const string Back = """
        {"fact":"dispute-reinstated","gift":"pi_1","at":"2026-12-01T12:00:00+00:00","key":"dispute-reinstated:dp_1","dispute":"dp_1"}
        """;

    [Fact]
    public void TextFromBeforeTheCurrencyWasKeptIsInTheGifts()
    {
        Assert.Equal(Given.Refund(1000), FactText.Read(Refund));
        Assert.Equal(Given.DisputeLost(5000), FactText.Read(Lost));
        Assert.Equal(Given.DisputeReinstated(), FactText.Read(Back));
    }

    [Fact]
    public void UnknownFieldsAreLeftOut()
    {
        Fact[] facts = [Given.Refund(1000), Given.DisputeLost(5000), Given.DisputeReinstated()];

        Assert.Equal(string.Join("\n", Refund, Lost, Back), string.Join("\n", facts.Select(FactText.Of)));
    }

    [Fact]
    public void CurrencyAndReturnedPartAreKept()
    {
        Fact[] facts =
        [
            Given.Refund(4600) with { Currency = "eur" }, Given.DisputeLost(4700) with { Currency = "eur" },
            Given.DisputeReinstated() with { Amount = 1200, Currency = "eur" },
            Given.DisputeLost(4700) with { Currency = "eur", Withdrawn = true },
        ];

        Assert.Equal(
            [
                Refund.Replace("1000}", """4600,"currency":"eur"}""", StringComparison.Ordinal),
                Lost.Replace("5000}", """4700,"currency":"eur"}""", StringComparison.Ordinal),
                Back.Replace("dp_1\"}", """dp_1","amount":1200,"currency":"eur"}""", StringComparison.Ordinal),
                Lost.Replace("5000}", """4700,"currency":"eur","withdrawn":true}""", StringComparison.Ordinal),
            ],
            facts.Select(FactText.Of));
        Assert.Equal(facts, facts.Select(FactText.Of).Select(FactText.Read));
    }
}
