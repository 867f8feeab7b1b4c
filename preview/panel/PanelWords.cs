namespace Advocacy.Preview.Panel;

/// <summary>Every word of the panel.</summary>
public static class PanelWords
{
    public const string Title = "Preview panel";
    public const string Notice = "This panel stands in for Stripe’s dashboard on this machine. No money moves.";
    public const string RealNotice = "Gifts go through your Stripe test account. Use its dashboard for refunds, disputes and events.";
    public const string ToSite = "To the site";
    public const string Refresh = "Refresh";

    public const string FunctionsTitle = "Functions";
    public const string NotBuilt = "Not started: the site has not been built with what they need (giving.json) yet.";
    public const string Starting = "Starting.";
    public const string Running = "Running.";
    public const string StartAgain = "Start again";
    public const string Call = "Call now";
    public const string LastLines = "What they wrote last";
    public const string KeyLabel = "Function key of this run";

    public const string GiftsTitle = "Gifts";
    public const string NoGifts = "None yet. Give something on the donate page.";
    public const string Monthly = "monthly";
    public const string Once = "once";
    public const string Refunded = "refunded";
    public const string Pay = "Pay by card";
    public const string Expire = "Let it expire";
    public const string Settle = "Let the bank debit settle";
    public const string FailDebit = "Let the bank debit fail";
    public const string Renew = "Next month’s gift";
    public const string RenewDeclined = "Next month’s gift, declined";
    public const string CancelPledge = "End the monthly gift";
    public const string RefundAll = "Refund all";
    public const string RefundHalf = "Refund half";
    public const string RefundFailing = "Refund all, which then fails";
    public const string FailRefund = "Let this refund fail";
    public const string Dispute = "Dispute";
    public const string Win = "Win the dispute";
    public const string Lose = "Lose the dispute";
    public const string Reinstate = "Reinstate after the loss";
    public const string PayOut = "Pay out";

    public const string EventsTitle = "Events";
    public const string NoEvents = "None yet.";
    public const string MannerLabel = "How new events are delivered";
    public const string InOrder = "Once, in order";
    public const string Twice = "Each twice";
    public const string Held = "Held back";
    public const string Set = "Set";
    public const string ReleaseInOrder = "Release in order";
    public const string ReleaseReversed = "Release in reverse";
    public const string ReleaseShuffled = "Release shuffled";
    public const string SendAgain = "Send again";
    public const string SendTwin = "Send a twin";
    public const string Waiting = "on its way";
    public const string Listed = "not delivered";

    public const string Done = "Done.";
    public const string Unknown = "That button is not known; reload the panel.";
    public const string NothingToPayOut = "There is nothing to pay out.";

    public static string HeldCount(int count) => count == 1 ? "1 delivery is held back." : $"{count} deliveries are held back.";

    public static string Attempt(int? status, string? trouble) => status is { } code ? $"{code}" : trouble ?? Waiting;
}
