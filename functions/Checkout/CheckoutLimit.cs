using Advocacy.Functions.Configuration;
using Advocacy.Functions.Http;

namespace Advocacy.Functions.Checkout;

/// <summary>How many payment pages may be opened: the settings GIVING_RATE_ADDRESS and GIVING_RATE_ALL.</summary>
public sealed class CheckoutLimit(AppSettings settings, TimeProvider clock) : RateLimit(settings.RateAddress, settings.RateAll, clock);
