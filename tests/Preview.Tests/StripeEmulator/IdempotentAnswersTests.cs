using Advocacy.TestKit.Stripe;
using Stripe;
using Xunit;

namespace Advocacy.Tests.Preview.StripeEmulator;

public sealed class IdempotentAnswersTests : RunningStripeEmulator
{
    private static readonly RequestOptions _key = new() { IdempotencyKey = "form-1" };

    [Fact]
    public async Task RequestWithTheSameKeyHasTheSameAnswer()
    {
        var first = await Stripe.V1.Checkout.Sessions.CreateAsync(Gift(), _key);
        var second = await Stripe.V1.Checkout.Sessions.CreateAsync(Gift(), _key);

        Assert.Equal(first.Id, second.Id);
        Assert.Single(Emulator.All("checkout.session"));
    }

    [Fact]
    public async Task RequestWithAnotherBodyIsRefused()
    {
        await Stripe.V1.Checkout.Sessions.CreateAsync(Gift(), _key);

        var refusal = await Assert.ThrowsAsync<StripeException>(() => Stripe.V1.Checkout.Sessions.CreateAsync(Gift(amount: 6000), _key));

        Assert.Equal("idempotency_error", refusal.StripeError.Type);
        Assert.Equal(
            "Keys for idempotent requests can only be used with the same parameters they were first used with. "
            + "Try using a key other than 'form-1' if you meant to execute a different request.",
            refusal.StripeError.Message);
    }

    [Fact]
    public async Task RequestAfterARefusalIsANewOne()
    {
        var wrong = Gift();
        wrong.Mode = null;
        await Assert.ThrowsAsync<StripeException>(() => Stripe.V1.Checkout.Sessions.CreateAsync(wrong, _key));

        Assert.Equal("open", (await Stripe.V1.Checkout.Sessions.CreateAsync(Gift(), _key)).Status);
    }
}
