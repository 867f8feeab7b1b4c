using Advocacy.Functions.Stripe;
using Stripe;

namespace Advocacy.Functions.Donations;

/// <summary>
/// The address of the customer portal's login page, which an operator switches on at Stripe (Settings, Billing, Customer portal).
/// </summary>
public sealed partial class PortalLogin(StripeClient stripe, TimeProvider clock, ILogger<PortalLogin> log)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(10);

    private volatile Known? _known;

    /// <returns>Null where Stripe does not answer, or the login page is off.</returns>
    public async Task<string?> FindAsync(CancellationToken cancellation)
    {
        if (_known is { } known && clock.GetElapsedTime(known.Asked) < _fresh)
            return known.Url;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(_patience);
        try
        {
            var options = new global::Stripe.BillingPortal.ConfigurationListOptions { IsDefault = true, Active = true, Limit = 1 };
            var found = await stripe.V1.BillingPortal.Configurations.ListAsync(options, cancellationToken: waiting.Token);
            if (found.Data.FirstOrDefault()?.LoginPage is { Enabled: true, Url: { Length: > 0 } url })
                return (_known = new(url, clock.GetTimestamp())).Url;
            IsOff(log);
        }
        catch (Exception e) when (StripeFailure.Is(e))
        {
            NotAnswered(log, StripeFailure.Describe(e));
        }
        return null;
    }

    private sealed record Known(string Url, long Asked);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The login page of Stripe's customer portal is off; "
            + "switch it on at Stripe, under Settings, Billing, Customer portal.")]
    private static partial void IsOff(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "Stripe did not say where its customer portal is: {Failure}")]
    private static partial void NotAnswered(ILogger log, string failure);
}
