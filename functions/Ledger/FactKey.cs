namespace Advocacy.Functions.Ledger;

/// <summary>The keys of facts, from Stripe's ids: what is known under such a key need not be asked for again.</summary>
internal static class FactKey
{
    /// <summary>Of the gift itself, once it has settled.</summary>
    public const string Gift = "gift";

    public static string Refund(string refund) => $"refund:{refund}";

    public static string RefundFailed(string refund) => $"refund-failed:{refund}";

    public static string DisputeLost(string dispute) => $"dispute-lost:{dispute}";

    public static string DisputeReinstated(string dispute) => $"dispute-reinstated:{dispute}";
}
