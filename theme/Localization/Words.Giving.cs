namespace Advocacy.Theme.Localization;

/// <summary>The words of the forms, the thank-you page and the campaigns.</summary>
public sealed partial class Words
{
    public string SupportTitle => Text();
    public string SupportText => Text();
    public string SupportLink => Text();

    public string OtherWaysToGive => Text();
    public string AboutGiving => Text();
    public string HowOften => Text();
    public string Once => Text();
    public string Monthly => Text();
    public string HowMuch => Text();
    public string OtherAmount => Text();
    public string CoverFee => Text();
    public string GiftFor => Text();
    public string TributeQuestion => Text();
    public string TributeKind => Text();
    public string NoTribute => Text();
    public string InHonor => Text();
    public string InMemory => Text();
    public string TributeName => Text();
    public string TributeNameHint => Text();
    public string MonthlyTerms => Text();
    public string MonthlyTermsText => Text();
    public string ManageMonthly => Text();
    public string GoToPayment => Text();
    public string PaymentNote => Text();
    /// <summary>Beside the field that only programs fill in, for those who read without style sheets.</summary>
    public string LeaveEmpty => Text();
    public string Cancelled => Text();
    public string CancelledText => Text();
    public string ErrorPrefix => Text();
    public string ErrorSummary => Text();
    public string NothingCharged => Text();
    public string CountsToward(string campaign) => Fill([("campaign", campaign)]);
    public string AmountIn(string currency) => Fill([("currency", currency)]);
    public string AmountRange(string least, string most) => Fill([("least", least), ("most", most)]);
    public string FeeExplained(string percent, string each) => Fill([("percent", percent), ("each", each)]);
    public string FeeSum(string amount, string sum) => Fill([("amount", amount), ("sum", sum)]);
    public string MonthlyTermsOf(string sum) => Fill([("sum", sum)]);
    public string MonthlyCancel(string email) => Fill([("email", email)]);
    public string GiveOnce(string sum) => Fill([("sum", sum)]);
    public string GiveMonthly(string sum) => Fill([("sum", sum)]);
    /// <summary>The document's title where a form comes back.</summary>
    public string ErrorTitle(string title) => Fill([("title", title)]);

    public string PaidTitle => Text();
    public string PaidText => Text();
    public string PendingTitle => Text();
    public string PendingText => Text();
    public string FailedTitle => Text();
    public string FailedText => Text();
    public string TryAgain => Text();
    public string NoGoods => Text();
    public string QuestionsTo => Text();
    public string PaidOnce(string sum) => Fill([("sum", sum)]);
    public string PaidMonthly(string sum) => Fill([("sum", sum)]);

    public string YourEmail => Text();
    public string YourEmailHint => Text();
    public string ManageButton => Text();
    public string ManageOtherwise => Text();

    public string ProgressTitle => Text();
    public string AmountsTitle => Text();
    public string MatchTitle => Text();
    public string BadgeTitle => Text();
    public string BadgeText => Text();
    public string ProgressPicture(string campaign) => Fill([("campaign", campaign)]);
    public string Raised(string sum) => Fill([("sum", sum)]);
    public string RaisedOfGoal(string sum, string goal) => Fill([("sum", sum), ("goal", goal)]);
    public string Gifts(int count) => Count(count, []);
    public string MatchUsed(string used, string left) => Fill([("used", used), ("left", left)]);
    public string AsOf(string time) => Fill([("time", time)]);
    public string MatchText(string sponsor, string given, string added, string cap) =>
        Fill([("sponsor", sponsor), ("given", given), ("added", added), ("cap", cap)]);
    public string MatchWindow(string start, string end) => Fill([("start", start), ("end", end)]);
    public string CampaignWindow(string start, string end) => Fill([("start", start), ("end", end)]);
}
