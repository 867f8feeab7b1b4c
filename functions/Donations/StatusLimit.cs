using Advocacy.Functions.Http;

namespace Advocacy.Functions.Donations;

/// <summary>
/// How often the thank-you page may make us ask Stripe for a session, in this process. Stripe takes 25 such requests a second of all our
/// instances together (<see href="https://docs.stripe.com/rate-limits"/>), and webhooks need the same endpoint: so four a second, and ten
/// at once. A page asks ten times in all, and what is final is remembered by <see cref="SessionStatusCache"/>.
/// </summary>
public sealed class StatusLimit(TimeProvider clock) : RateLimit(perAddress: 60, total: 240, burst: 10, clock);
