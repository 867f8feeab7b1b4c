using Advocacy.Content.Campaigns;
using Advocacy.Content.Giving;
using Advocacy.Content.GivingData;
using Advocacy.Functions.Campaigns;
using Advocacy.Functions.Checkout;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Views;

namespace Advocacy.Functions.Donations;

/// <summary>Turns what a donor filled in into a gift, or into one sentence for each thing that stands against it. Pure.</summary>
public sealed class FormReader
{
    private const int LongestName = 100;

    private readonly GivingFile _giving;
    private readonly GivingEdition _edition;
    private readonly FormEntries _entries;
    private readonly Words _words;
    private readonly List<FieldProblem> _problems = [];

    private readonly DateTimeOffset _at;

    private FormReader(GivingFile giving, FormEntries entries, Words words, DateTimeOffset at) =>
        (_giving, _edition, _entries, _words, _at) = (giving, giving.In(words.In.Tag), entries, words, at);

    /// <param name="at">When the form was sent.</param>
    public static FormResult Read(GivingFile giving, FormEntries entries, Words words, DateTimeOffset at) =>
        new FormReader(giving, entries, words, at).Read();

    private FormResult Read()
    {
        var campaign = Campaign();
        var chosen = Chosen();
        var gift = new Gift
        {
            Campaign = campaign,
            Chosen = chosen,
            Monthly = Monthly(),
            Charged = CoverFee() ? Rules.Fee.GrossOf(chosen) : chosen,
            Designation = Designation(),
            Tribute = Tribute(),
            From = _giving.Sources.Contains(_entries.From ?? "") ? _entries.From : null,
            Language = _words.In.Tag,
        };
        return _problems.Count == 0 ? new ValidForm(gift) : new InvalidForm([.. _problems]);
    }

    private GivingRules Rules => _edition.Settings.Giving!;

    // A hidden field: the donor cannot fix it, but the form that comes back is for a campaign that there is.
    private Campaign Campaign()
    {
        var open = OpenCampaign.Of(_edition, _entries.Campaign, _at);
        return string.IsNullOrEmpty(_entries.Campaign) || open.Slug == _entries.Campaign ? open : Refuse("", _words.CampaignGone, open);
    }

    private long Chosen()
    {
        var isOther = _entries.Amount is "other" || string.IsNullOrEmpty(_entries.Amount) && !string.IsNullOrEmpty(_entries.OtherAmount);
        if (!isOther && !string.IsNullOrEmpty(_entries.OtherAmount) && _entries.OtherAmount != _entries.Amount)
            return Refuse("other_amount", _words.TwoAmounts(_words.OtherAmount), 0);
        var (field, text) = isOther ? ("other_amount", _entries.OtherAmount) : ("amount", _entries.Amount);
        if (string.IsNullOrEmpty(text))
            return Refuse(field, isOther ? _words.OtherAmountMissing : _words.AmountMissing, 0);
        return Amount.Read(text, Rules.Currency) switch
        {
            null => Refuse(field, _words.AmountNotNumber, 0),
            var amount when amount < Rules.Minimum => Refuse(field, _words.AmountTooSmall(Sum(Rules.Minimum)), 0),
            var amount when amount > Rules.Maximum => Refuse(field, _words.AmountTooLarge(Sum(Rules.Maximum)), 0),
            long amount => amount,
        };
    }

    private bool Monthly() => _entries.Frequency switch
    {
        null or "" or "once" => false,
        "monthly" => true,
        _ => Refuse("frequency", _words.FrequencyUnknown, false),
    };

    private bool CoverFee() => _entries.CoverFee switch
    {
        null or "" => false,
        "yes" => true,
        _ => Refuse("cover_fee", _words.CoverFeeUnknown, false),
    };

    private Designation? Designation()
    {
        if (string.IsNullOrEmpty(_entries.Designation))
            return null;
        return _edition.Settings.Designations.FirstOrDefault(d => d.Slug == _entries.Designation)
            ?? Refuse<Designation?>("designation", _words.DesignationUnknown, null);
    }

    private Tribute? Tribute()
    {
        var name = _entries.TributeName ?? "";
        if (name.Length > LongestName)
            return Refuse<Tribute?>("tribute_name", _words.TributeNameTooLong(LongestName), null);
        switch (_entries.Tribute, name)
        {
            case (null or "", ""):
                return null;
            case (null or "", _):
                return Refuse<Tribute?>("tribute", _words.TributeKindMissing, null);
            case ("honor" or "memory", ""):
                return Refuse<Tribute?>("tribute_name", _words.TributeNameMissing, null);
            case ("honor", _):
                return new(TributeKind.Honor, name);
            case ("memory", _):
                return new(TributeKind.Memory, name);
            default:
                return Refuse<Tribute?>("tribute", _words.TributeKindUnknown, null);
        }
    }

    private string Sum(long minor) => _words.In.Sum(new(minor, Rules.Currency));

    private T Refuse<T>(string field, string sentence, T instead)
    {
        _problems.Add(new(field, sentence));
        return instead;
    }
}
