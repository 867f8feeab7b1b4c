namespace Advocacy.Theme.Localization;

/// <summary>What the functions say: why a gift was not taken, and what the receipt states.</summary>
public sealed partial class Words
{
    public string AmountMissing => Text();
    public string OtherAmountMissing => Text();
    public string TwoAmounts(string other) => Fill([("other", other)]);
    public string AmountNotNumber => Text();
    public string AmountTooSmall(string amount) => Fill([("amount", amount)]);
    public string AmountTooLarge(string amount) => Fill([("amount", amount)]);
    public string FrequencyUnknown => Text();
    public string CoverFeeUnknown => Text();
    public string DesignationUnknown => Text();
    public string TributeKindMissing => Text();
    public string TributeKindUnknown => Text();
    public string TributeNameMissing => Text();
    public string TributeNameTooLong(int count) => Count(count, []);
    public string CampaignGone => Text();

    public string PressOnceMore => Text();
    public string FormFromElsewhere => Text();
    public string FormUnreadable => Text();
    public string FormTooLarge => Text();
    public string TooManyAttempts(int count) => Count(count, []);
    public string PaymentsAway => Text();
    public string GivingOff => Text();
    public string GivingOffExplained => Text();
    public string EmailWanted => Text();
    public string ManageAway(string address) => Fill([("address", address)]);

    public string GiftTo(string name) => Fill([("name", name)]);
    public string MonthlyGiftTo(string name) => Fill([("name", name)]);
    public string FeeIncluded(string fee) => Fill([("fee", fee)]);
    public string Receipt(string name, string ein) => Fill([("name", name), ("ein", ein)]);
}
