using Advocacy.Preview.Backend;
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
    public static async Task<string> DoAsync(
        LocalBackend backend, string action, string id, PreviewWords words, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(backend);
        switch (action)
        {
            case "start-again":
                backend.StartAgain();
                return words.ButtonDone;
            case "call" when backend.Functions?.Functions.OfType<TimerFunction>().FirstOrDefault(timer => timer.Name == id) is { } timer:
                return await backend.Functions.CallAsync(timer, cancellation);
            case var _ when backend.Stripe is null:
                return words.ButtonUnknown;
        }
        try
        {
            return Do(backend.Stripe, action, id, words) ?? words.ButtonDone;
        }
        catch (StripeApiException refused)
        {
            return (string)refused.Response.Body["error"]!["message"]!;
        }
        // The emulator was started again since the panel was loaded, and does not know it.
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
            case "delivery-mode" when Enum.TryParse<DeliveryMode>(id, out var mode) && Enum.IsDefined(mode):
                stripe.WebhookOutbox.DeliveryMode = mode;
                break;
            case "release": stripe.WebhookOutbox.Release(held => held); break;
            case "release-reversed": stripe.WebhookOutbox.Release(held => held.Reverse()); break;
            case "release-shuffled": stripe.WebhookOutbox.Release(held => held.Shuffle()); break;
            default: return words.ButtonUnknown;
        }
        return null;
    }

    private static long HalfOf(StripeEmulatorServer stripe, string payment) => Math.Max(1, stripe.Find(payment)?.Number("amount") / 2 ?? 1);
}
