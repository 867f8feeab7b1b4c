using System.Collections.Immutable;
using Advocacy.Content.Pages;

namespace Advocacy.Theme.Views;

/// <summary>The form that leads to Stripe's page for monthly gifts.</summary>
/// <param name="Problems">Of the field <c>email</c>; empty at first.</param>
public sealed record ManageView(Page Page, ImmutableArray<FieldProblem> Problems) : View;
