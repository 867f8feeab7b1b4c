using System.Collections.Immutable;
using Advocacy.Theme.Giving;

namespace Advocacy.Functions.Gifts;

/// <summary>What a form came to.</summary>
public abstract record FormReading;

public sealed record Understood(Gift Gift) : FormReading;

/// <param name="Problems">In the order of the form, at least one.</param>
public sealed record Refused(ImmutableArray<FieldProblem> Problems) : FormReading;
