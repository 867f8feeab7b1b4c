using Advocacy.Functions.Http;

namespace Advocacy.Functions.Donations;

/// <summary>How often the form that leads to the customer portal may be sent.</summary>
public sealed class ManageLimit(TimeProvider clock) : RateLimit(perAddress: 10, total: 600, burst: int.MaxValue, clock);
