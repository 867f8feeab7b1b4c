using System.Diagnostics;
using Advocacy.Functions.Operations;
using Xunit;

namespace Advocacy.Tests.Functions;

public sealed class TracesAndMetrics
{
    [Theory]
    [InlineData("https://api.stripe.com/v1/checkout/sessions/cs_test_a1B2?expand[0]=subscription", "https://api.stripe.com/v1/checkout/sessions/")]
    [InlineData("https://api.stripe.com/v1/checkout/sessions", "https://api.stripe.com/v1/checkout/sessions")]
    [InlineData("https://api.stripe.com/v1/invoice_payments?invoice=in_1", "https://api.stripe.com/v1/invoice_payments")]
    public void NameTheKindOfObjectAndNoId(string address, string told)
    {
        using var activity = new Activity("GET");

        Telemetry.Anonymise(activity, new Uri(address));

        Assert.Equal(told, activity.GetTagItem("url.full"));
    }
}
