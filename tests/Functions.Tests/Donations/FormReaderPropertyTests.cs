using Advocacy.Content.Giving;
using Advocacy.Functions.Checkout;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Donations;
using Advocacy.TestKit.Functions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Advocacy.Tests.Functions.Donations;

[Collection(PublishedCampaignGroup.Name)]
public sealed class FormReaderPropertyTests(PublishedCampaign published)
{
    private static readonly string[] _names =
    [
        "campaign", "amount", "other_amount", "frequency", "cover_fee", "designation", "tribute", "tribute_name", "from", "language",
        "website", "x",
    ];

    private static readonly string[] _values =
    [
        "", "other", "50", "25", "12.50", "0", "-5", "1e9", "٥", "NaN", "once", "monthly", "yes", "honor", "memory", "petitions",
        "where-needed", "ferry", "givingtuesday", "general", "es", "\u202E\r\n\0", "\uD800", "<script>",
    ];

    [Property(MaxTest = 1000)]
    public Property IsAGiftWithinTheRulesOrHasProblems()
    {
        var site = GivingFromFile.Read(published.GivingFile).Site!;
        var text = Gen.OneOf(Gen.Elements(_values), ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""));
        var once = text.Select(value => new StringValues(value));
        var twice = text.Two().Select(values => new StringValues([values.Item1, values.Item2]));
        var field = Gen.Elements(_names).Zip(Gen.Frequency((9, once), (1, twice)));
        return Prop.ForAll(field.ListOf().ToArbitrary(), fields =>
        {
            var form = new FormCollection(fields.DistinctBy(f => f.Item1).ToDictionary(f => f.Item1, f => f.Item2));
            var entries = EntriesReader.Read(form);
            var rules = site.Settings.Giving!;
            return FormReader.Read(site.File, entries, site.WordsFor(entries.Language), DateTimeOffset.UnixEpoch) switch
            {
                ValidForm(var gift) => IsWithin(rules, gift),
                InvalidForm(var problems) => !problems.IsEmpty && problems.All(p => p.Sentence.Length is > 10 and < 200),
                _ => false,
            };
        });

        static bool IsWithin(GivingRules rules, Gift gift)
        {
            var fee = gift.Charged > gift.Chosen ? rules.Fee.Of(gift.Charged) : 0;
            return gift.Chosen >= rules.Minimum
                && gift.Chosen <= rules.Maximum
                && gift.Charged - fee >= gift.Chosen
                && gift.Tribute?.Name.Any(char.IsControl) != true;
        }
    }

    [Property(MaxTest = 2000)]
    public Property CoversTheFeeToTheCent()
    {
        var sums = Gen.Choose(1, 2_500_000).Zip(Gen.Choose(0, 1000)).Zip(Gen.Choose(0, 100));
        return Prop.ForAll(sums.ToArbitrary(), sum =>
        {
            var ((wanted, points), each) = sum;
            var fee = new Fee(points, each);
            var gross = fee.GrossOf(wanted);
            return gross - fee.Of(gross) >= wanted && gross - 1 - fee.Of(gross - 1) < wanted;
        });
    }

    [Fact]
    public void WithAMegabyteOfDigitsIsTooLarge()
    {
        var site = GivingFromFile.Read(published.GivingFile).Site!;
        var form = new FormCollection(new() { ["amount"] = "other", ["other_amount"] = new string('9', 1_000_000) });
        var entries = EntriesReader.Read(form);

        var refused = Assert.IsType<InvalidForm>(FormReader.Read(site.File, entries, site.WordsFor("en"), DateTimeOffset.UnixEpoch));

        Assert.Equal(
            "The largest gift we can take online is $25,000; for more, use one of the other ways to give.",
            Assert.Single(refused.Problems).Sentence);
    }
}
