using System.Collections.Immutable;
using Advocacy.Functions.Checkout;
using Advocacy.Theme.Views;

namespace Advocacy.Functions.Donations;

/// <summary>What a form came to.</summary>
public abstract record FormResult;

public sealed record ValidForm(Gift Gift) : FormResult;

/// <param name="Problems">In the order of the form, at least one.</param>
public sealed record InvalidForm(ImmutableArray<FieldProblem> Problems) : FormResult;
