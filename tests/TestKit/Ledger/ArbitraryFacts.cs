using Advocacy.Functions.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace Advocacy.TestKit.Ledger;

/// <summary>What can happen to gifts: refunds and disputes of any size, in several currencies, in parts, several for each gift.</summary>
public static class ArbitraryFacts
{
    private static readonly Gen<string?> _currency = Gen.Elements<string?>(null, "usd", "usd", "usd", "eur", "jpy");

    private static readonly Gen<long> _amount = Gen.Elements<long>(1, 1000, 2500, 4999, 5000, 5001, 6000, 999_999_999_999);

    public static Arbitrary<Fact[]> Of(params string[] gifts) => One(Gen.Elements(gifts)).ArrayOf().ToArbitrary();

    private static Gen<Fact> One(Gen<string> gifts) =>
        from gift in gifts
        from kind in Gen.Choose(0, 9)
        from number in Gen.Choose(1, 3)
        from minutes in Gen.Choose(0, 3)
        from amount in _amount
        from currency in _currency
        from part in Gen.OneOf(Gen.Constant((long?)null), _amount.Select(amount => (long?)amount))
        let at = Given.Noon.AddMinutes(minutes)
        select kind switch
        {
            0 or 1 or 2 => (Fact)Given.Gift(gift, at: at),
            3 or 4 => Given.Refund(amount, $"re_{number}", gift) with { At = at, Currency = currency },
            5 => Given.RefundFailed($"re_{number}", gift) with { At = at },
            6 or 7 => Given.DisputeLost(amount, $"dp_{number}", gift) with
            {
                At = at,
                Currency = currency,
                Withdrawn = part is null ? null : true,
            },
            8 => Given.DisputeReinstated($"dp_{number}", gift) with { At = at, Amount = part, Currency = part is null ? null : currency },
            _ => Given.DisputeFee(1500, gift) with { At = at, Currency = currency ?? "usd" },
        };
}
