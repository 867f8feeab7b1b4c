using Advocacy.Functions.Http;

namespace Advocacy.Functions.Donations;

/// <summary>A thank-you page asks a few times a minute. Each question is one to Stripe, which takes a hundred a second from us for everything.</summary>
public sealed class StatusLimit(TimeProvider clock) : RateLimit(perAddress: 60, inAll: 1800, clock);
