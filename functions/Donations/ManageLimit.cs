using Advocacy.Functions.Http;

namespace Advocacy.Functions.Donations;

public sealed class ManageLimit(TimeProvider clock) : RateLimit(perAddress: 10, inAll: 600, clock);
