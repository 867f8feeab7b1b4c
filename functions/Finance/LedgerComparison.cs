using System.Runtime.CompilerServices;
using Advocacy.Content.Giving;
using Advocacy.Functions.Ledger;
using Stripe;

namespace Advocacy.Functions.Finance;

/// <summary>Looks the other way: whether what the ledger has fits together, and whether Stripe has it.</summary>
internal sealed class LedgerComparison(ILedger ledger, StripeClient stripe)
{
    // A bank may dispute a gift for 120 days and decide for weeks: https://docs.stripe.com/disputes/how-disputes-work
    private static readonly TimeSpan _window = TimeSpan.FromDays(180);

    // By then Stripe has made the balance transaction, from which the fee is known; a gift without one is worth a question.
    private static readonly TimeSpan _patience = TimeSpan.FromHours(1);

    private const int MostQuestions = 100;

    /// <returns>
    /// One sentence for each thing that does not fit a gift, and for each gift that Stripe does not have, or has otherwise.
    /// </returns>
    public async IAsyncEnumerable<string> DifferencesAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var questions = 0;
        await foreach (var gift in ledger.GiftsAsync(now - _window, now.AddDays(1), cancellation))
        {
            foreach (var difference in gift.Differences)
                yield return $"{gift.Id}: {difference}";
            if (gift is { IsDamaged: false, Fee: null } && gift.Settled!.At < now - _patience && questions++ < MostQuestions
                && await DifferenceAsync(gift.Settled, cancellation) is { } missing)
                yield return $"{gift.Id}: {missing}";
        }
    }

    private async Task<string?> DifferenceAsync(Settled gift, CancellationToken cancellation)
    {
        try
        {
            return await stripe.V1.PaymentIntents.GetAsync(gift.Gift, cancellationToken: cancellation) switch
            {
                { Status: not "succeeded" } payment => $"the ledger has it, and Stripe says that it is {payment.Status}",
                { Currency: var currency } when currency != gift.Currency =>
                    $"the ledger has it in {gift.Currency}, and Stripe in {currency}",
                { AmountReceived: var received } when received != gift.Amount =>
                    $"the ledger has {Csv.Money(gift.Amount, gift.Currency)} {gift.Currency}, and Stripe {Csv.Money(received, gift.Currency)}",
                _ => null,
            };
        }
        catch (StripeException e) when (e.StripeError?.Code == "resource_missing")
        {
            return "the ledger has it, and Stripe does not know it";
        }
    }
}
