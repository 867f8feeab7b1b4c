using Advocacy.Functions.Http;

namespace Advocacy.Functions.Manage;

public sealed class ManageLimit(TimeProvider clock) : RateLimit(perAddress: 10, inAll: 600, clock);
