using System.Collections.Immutable;

namespace Advocacy.Functions.Finance;

/// <param name="Examined">Events that Stripe listed.</param>
/// <param name="Added">Facts that the ledger lacked.</param>
/// <param name="Unexplained">What somebody must look at, one sentence each, with ids.</param>
public sealed record ReconciliationReport(int Examined, int Added, ImmutableArray<string> Unexplained);
