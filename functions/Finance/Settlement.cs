using Advocacy.Functions.Ledger;
using Advocacy.Functions.Stripe;
using Stripe;

namespace Advocacy.Functions.Finance;

/// <summary>
/// What Stripe kept of each gift, what it took for disputes, and the payout that brought the rest: known later, and only when asked for.
/// </summary>
internal sealed class Settlement(ILedger ledger, StripeClient stripe)
{
    private static readonly TimeSpan _window = TimeSpan.FromDays(45);

    // A bank debit is charged days before it settles.
    private static readonly TimeSpan _delay = TimeSpan.FromDays(14);

    /// <returns>How many facts were new, and the gifts that cannot be read.</returns>
    public async Task<(int Added, IReadOnlyList<LedgerGift> Damaged)> FillAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var all = await ledger.GiftsAsync(now - _window, now.AddDays(1), cancellation)
            .Where(gift => gift.Fee is null || gift.Payout is null).ToListAsync(cancellation);
        var gifts = all.Where(gift => !gift.IsDamaged).ToArray();
        var added = await FillFeesAsync([.. gifts.Where(gift => gift.Fee is null)], cancellation)
            + await FillPayoutsAsync([.. gifts.Where(gift => gift.Payout is null)], cancellation)
            + await FillDisputeFeesAsync(now - _window, cancellation);
        return (added, [.. all.Where(gift => gift.IsDamaged)]);
    }

    private async Task<int> FillFeesAsync(IReadOnlyList<LedgerGift> gifts, CancellationToken cancellation)
    {
        if (gifts is []) return 0;

        var created = new DateRangeOptions { GreaterThanOrEqual = gifts.Min(gift => gift.Settled!.At).Subtract(_delay).UtcDateTime };
        return await RecordAsync(gifts, new() { Created = created }, (gift, transaction) => new FeeKnown
        {
            Gift = gift,
            At = StripeValue.Utc(transaction.Created),
            Transaction = transaction.Id,
            Fee = transaction.Fee,
            Net = transaction.Net,
            Currency = transaction.Currency,
        }, cancellation);
    }

    private async Task<int> FillPayoutsAsync(IReadOnlyList<LedgerGift> gifts, CancellationToken cancellation)
    {
        if (gifts is []) return 0;

        var created = new DateRangeOptions { GreaterThanOrEqual = gifts.Min(gift => gift.Settled!.At).Subtract(_delay).UtcDateTime };
        var added = 0;
        var options = new PayoutListOptions { Created = created, Status = "paid", Limit = 100 };
        await foreach (var payout in stripe.V1.Payouts.ListAutoPagingAsync(options, cancellationToken: cancellation))
        {
            // Stripe does not know what is in a payout that somebody made by hand.
            if (!payout.Automatic) continue;
            added += await RecordAsync(gifts, new() { Payout = payout.Id }, (gift, _) => new PaidOut
            {
                Gift = gift,
                At = StripeValue.Utc(payout.ArrivalDate),
                Payout = payout.Id,
            }, cancellation);
        }
        return added;
    }

    /// <summary>A dispute comes months after its gift, so that it may be of any gift that we know.</summary>
    private async Task<int> FillDisputeFeesAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var asked = new BalanceTransactionListOptions
        {
            Type = "adjustment",
            Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime },
            Limit = 100,
            Expand = ["data.source"],
        };
        var added = 0;
        await foreach (var transaction in stripe.V1.BalanceTransactions.ListAutoPagingAsync(asked, cancellationToken: cancellation))
        {
            if (transaction is { Fee: not 0, Source: Dispute { PaymentIntentId: { } gift } }
                && await ledger.FindAsync(gift, cancellation) is { IsDamaged: false }
                && await ledger.RecordAsync(FeeOf(gift, transaction), cancellation)) added++;
        }
        return added;
    }

    private static DisputeFee FeeOf(string gift, BalanceTransaction transaction) => new()
    {
        Gift = gift,
        At = StripeValue.Utc(transaction.Created),
        Transaction = transaction.Id,
        Fee = transaction.Fee,
        Currency = transaction.Currency,
    };

    private async Task<int> RecordAsync(
        IReadOnlyList<LedgerGift> gifts, BalanceTransactionListOptions asked, Func<string, BalanceTransaction, Fact> fact,
        CancellationToken cancellation)
    {
        var wanted = gifts.Select(gift => gift.Id).ToHashSet();
        var added = 0;
        // Cards are of the one type, bank debits of the other: https://docs.stripe.com/reports/balance-transaction-types
        foreach (var type in (string[])["charge", "payment"])
        {
            (asked.Type, asked.Limit, asked.Expand) = (type, 100, ["data.source"]);
            await foreach (var transaction in stripe.V1.BalanceTransactions.ListAutoPagingAsync(asked, cancellationToken: cancellation))
            {
                if (transaction.Source is Charge { PaymentIntentId: { } gift } && wanted.Contains(gift)
                    && await ledger.RecordAsync(fact(gift, transaction), cancellation)) added++;
            }
        }
        return added;
    }
}
