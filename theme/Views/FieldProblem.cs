namespace Advocacy.Theme.Views;

/// <param name="Field">The form field's name, for instance <c>other_amount</c>.</param>
/// <param name="Sentence">One plain sentence: what to do, in the donor's language.</param>
public sealed record FieldProblem(string Field, string Sentence);
