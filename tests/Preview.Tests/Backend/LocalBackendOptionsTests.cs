using Advocacy.Preview.Backend;
using Xunit;

namespace Advocacy.Tests.Preview.Backend;

public sealed class LocalBackendOptionsTests
{
    private const string OnlyOne = "Only one of STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET is set; "
        + "set both to give through Stripe itself. The stand-in is used.";

    private const string NotTestMode = "STRIPE_SECRET_KEY is not a key of test mode, and the preview uses no other; "
        + "the stand-in is used instead.";

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("sk_test_1", null, OnlyOne)]
    [InlineData(null, "whsec_1", OnlyOne)]
    [InlineData("sk_live_1", "whsec_1", NotTestMode)]
    public void StripeAccountIsNotUsedUnlessBothKeysAreSetAndInTestMode(string? key, string? secret, string? remark)
    {
        var options = Read(key, secret);

        Assert.Null(options.Account);
        Assert.Equal(remark, options.Remark);
    }

    [Fact]
    public void StripeAccountIsUsedOnceBothKeysAreSet() =>
        Assert.Equal(new LocalBackendOptions.TestAccount("rk_test_1", "whsec_1"), Read("rk_test_1", "whsec_1").Account);

    private static LocalBackendOptions Read(string? key, string? secret)
    {
        return LocalBackendOptions.Read(Setting, "output", "theme");

        string? Setting(string name) => name switch { "STRIPE_SECRET_KEY" => key, "STRIPE_WEBHOOK_SECRET" => secret, _ => null };
    }
}
