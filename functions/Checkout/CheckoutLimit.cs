using Advocacy.Functions.Configuration;
using Advocacy.Functions.Http;

namespace Advocacy.Functions.Checkout;

/// <summary>How many payment pages may be opened: the settings RATE_LIMIT_PER_IP and RATE_LIMIT_TOTAL.</summary>
public sealed class CheckoutLimit(AppSettings settings, TimeProvider clock)
    : RateLimit(settings.RateLimitPerIp, settings.RateLimitTotal, burst: int.MaxValue, clock);
