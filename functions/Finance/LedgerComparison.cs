using System.Runtime.CompilerServices;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Stripe;
using Stripe;

namespace Advocacy.Functions.Finance;

/// <summary>
/// The other direction: whether what the ledger has fits together, and whether Stripe has it. Each run looks at the gifts of the last half
/// year, and at one older half year, another one each time, so that nothing stays unseen and no run reads the whole ledger.
/// </summary>
internal sealed class LedgerComparison(ILedger ledger, StripeClient stripe)
{
    // A bank may dispute a gift for 120 days and decide for weeks: https://docs.stripe.com/disputes/how-disputes-work
    private static readonly TimeSpan _window = TimeSpan.FromDays(180);

    // There was no Stripe before.
    private static readonly DateTimeOffset _first = new(2011, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // By then Stripe has made the balance transaction, from which the fee is known; a gift without one is worth a request.
    private static readonly TimeSpan _patience = TimeSpan.FromHours(1);

    private const int MostRequests = 100;
    private const int SampleSize = 20;

    private int _requests;

    /// <returns>
    /// One sentence for each thing that does not fit a gift, and for each gift that Stripe does not have, or has otherwise. Of gifts whose
    /// fee is known, which Stripe has had once, a random sample is asked for.
    /// </returns>
    public async IAsyncEnumerable<string> DifferencesAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var recent = now - _window;
        var compared = await ledger.ComparedAsync(cancellation);
        var olderEnd = compared > _first && compared < recent ? compared.Value : recent;
        var olderStart = olderEnd - _window;
        var sample = new Sample<Settled>(SampleSize);
        var gifts = ledger.GiftsAsync(olderStart, olderEnd, cancellation).Concat(ledger.GiftsAsync(recent, now.AddDays(1), cancellation));
        await foreach (var gift in gifts)
        {
            foreach (var difference in gift.Differences)
                yield return $"{gift.Id}: {difference}";
            if (gift.Settled is not { } settled)
                continue;
            if (gift.Fee is not null)
                sample.Add(settled);
            else if (settled.At < now - _patience && await DifferenceAsync(settled, cancellation) is { } missing)
                yield return $"{gift.Id}: {missing}";
            foreach (var dispute in gift.ReturnedDisputes)
            {
                if (await IsLostAsync(dispute, cancellation))
                    yield return $"{gift.Id}: Stripe calls dispute {dispute} lost, and the ledger has all of it back";
            }
        }
        foreach (var settled in sample.Taken)
        {
            if (await DifferenceAsync(settled, cancellation) is { } missing)
                yield return $"{settled.Gift}: {missing}";
        }
        await ledger.MarkComparedAsync(olderStart, cancellation);
    }

    private async Task<string?> DifferenceAsync(Settled gift, CancellationToken cancellation)
    {
        if (_requests++ >= MostRequests)
            return null;
        try
        {
            return await stripe.V1.PaymentIntents.GetAsync(gift.Gift, cancellationToken: cancellation) switch
            {
                { Status: not "succeeded" } payment => $"the ledger has it, and Stripe says that it is {payment.Status}",
                { Currency: var currency } when currency != gift.Currency =>
                    $"the ledger has it in {gift.Currency}, and Stripe in {currency}",
                { AmountReceived: var received } when received != gift.Amount =>
                    $"the ledger has {Csv.Money(gift.Amount, gift.Currency)} {gift.Currency}, "
                    + $"and Stripe {Csv.Money(received, gift.Currency)}",
                _ => null,
            };
        }
        catch (StripeException e) when (e.StripeError?.Code == "resource_missing")
        {
            return "the ledger has it, and Stripe does not know it";
        }
        catch (StripeException e) when (StripeFailure.IsAboutTheRequest(e))
        {
            return $"Stripe's answer about it cannot be used ({StripeFailure.Describe(e)})";
        }
    }

    /// <summary>Whether a dispute is lost at Stripe, and its money is not back.</summary>
    private async Task<bool> IsLostAsync(string id, CancellationToken cancellation)
    {
        if (_requests++ >= MostRequests)
            return false;
        try
        {
            var dispute = await stripe.V1.Disputes.GetAsync(id, cancellationToken: cancellation);
            return dispute.Status == "lost" && (dispute.BalanceTransactions ?? []).Sum(moved => (decimal)moved.Amount) < 0;
        }
        catch (StripeException e) when (StripeFailure.IsAboutTheRequest(e))
        {
            return false;
        }
    }
}
