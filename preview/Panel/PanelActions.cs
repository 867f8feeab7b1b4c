using Advocacy.Preview.FunctionsHost;
using Advocacy.Preview.StripeEmulator;
using Advocacy.Preview.StripeEmulator.Api;
using Advocacy.Preview.StripeEmulator.Webhooks;
using Advocacy.Theme.Localization;

namespace Advocacy.Preview.Panel;

/// <summary>What the panel's buttons do.</summary>
public static class PanelActions
{
    /// <param name="id">Of what the button stands beside; empty where it stands alone.</param>
    /// <returns>One sentence.</returns>
    public static async Task<string> DoAsync(LocalBackend cloud, string action, string id, PreviewWords words, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        switch (action)
        {
            case "start-again":
                cloud.StartAgain();
                return words.ButtonDone;
            case "call" when cloud.Functions?.Functions.OfType<TimerFunction>().FirstOrDefault(timer => timer.Name == id) is { } timer:
                return await cloud.Functions.CallAsync(timer, cancellation);
            case var _ when cloud.Stripe is null:
                return words.ButtonUnknown;
        }
        try
        {
            return Do(cloud.Stripe, action, id, words) ?? words.ButtonDone;
        }
        catch (StripeApiException refused)
        {
            return (string)refused.Response.Body["error"]!["message"]!;
        }
        // The stand-in was started anew since the panel was loaded, and has forgotten it.
        catch (KeyNotFoundException)
        {
            return words.ButtonUnknown;
        }
    }

    private static string? Do(StripeEmulatorServer stripe, string action, string id, PreviewWords words)
    {
        switch (action)
        {
            case "pay": stripe.Pay(id); break;
            case "expire": stripe.Expire(id); break;
            case "settle": stripe.SettleDebit(id); break;
            case "fail-debit": stripe.FailDebit(id); break;
            case "renew": stripe.Renew(id); break;
            case "renew-declined": stripe.Renew(id, declined: true); break;
            case "cancel": stripe.Cancel(id); break;
            case "refund": stripe.Refund(id); break;
            case "refund-half": stripe.Refund(id, HalfOf(stripe, id)); break;
            case "refund-failing": stripe.FailRefund(stripe.Refund(id)); break;
            case "fail-refund": stripe.FailRefund(id); break;
            case "dispute": stripe.Dispute(id); break;
            case "win": stripe.WinDispute(id); break;
            case "lose": stripe.LoseDispute(id); break;
            case "reinstate": stripe.ReinstateDispute(id); break;
            case "pay-out": return stripe.PayOut() is null ? words.NothingToPayOut : null;
            case "send-again": stripe.SendAgain(id); break;
            case "send-twin": stripe.SendTwin(id); break;
            case "manner" when Enum.TryParse<DeliveryMode>(id, out var manner) && Enum.IsDefined(manner): stripe.WebhookOutbox.DeliveryMode = manner; break;
            case "release": stripe.WebhookOutbox.Release(held => held); break;
            case "release-reversed": stripe.WebhookOutbox.Release(held => held.Reverse()); break;
            case "release-shuffled": stripe.WebhookOutbox.Release(held => held.Shuffle()); break;
            default: return words.ButtonUnknown;
        }
        return null;
    }

    private static long HalfOf(StripeEmulatorServer stripe, string payment) => Math.Max(1, stripe.Find(payment)?.Number("amount") / 2 ?? 1);
}
