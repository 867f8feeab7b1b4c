using Advocacy.Content.Giving;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Advocacy.Tests.Content.Giving;

public sealed class FeeTests
{
    [Theory]
    [InlineData(220, 30, 2_500, 2_587)]
    [InlineData(220, 30, 5_000, 5_143)]
    [InlineData(290, 30, 10_000, 10_330)]
    [InlineData(0, 0, 5_000, 5_000)]
    public void GrossIsTheSumOfTheProcessor(int share, long each, long wanted, long gross) =>
        Assert.Equal(gross, new Fee(share, each).GrossOf(wanted));

    [Property(MaxTest = 2_000)]
    public Property GrossIsTheSmallestThatLeavesTheGiftWhole() => Prop.ForAll(
        (from share in Gen.Choose(0, 1_000)
         from each in Gen.Choose(0, 500)
         from wanted in Gen.Choose(1, 100_000_000)
         select (share, each, wanted)).ToArbitrary(),
        gift =>
        {
            var fee = new Fee(gift.share, gift.each);
            var gross = fee.GrossOf(gift.wanted);
            return gross - fee.Of(gross) >= gift.wanted && gross - 1 - fee.Of(gross - 1) < gift.wanted;
        });

    [Fact]
    public void FeeIsRoundedToTheNearestCentAndHalvesUp() =>
        Assert.Equal([0, 1, 1, 2], new[] { 49L, 50, 149, 150 }.Select(new Fee(100, 0).Of));
}
