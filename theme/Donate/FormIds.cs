using System.Collections.Immutable;
using Advocacy.Theme.Views;

namespace Advocacy.Theme.Donate;

/// <summary>How a form field's label, hint, error and control find each other.</summary>
public static class FormIds
{
    public static string Of(string field) => field.Replace('_', '-');

    public static string Hint(string field) => $"{Of(field)}-hint";

    public static string Error(string field) => $"{Of(field)}-error";

    /// <returns>The value of <c>aria-describedby</c>; null where the field has neither hint nor error.</returns>
    public static string? DescribedBy(string field, ImmutableArray<FieldProblem> problems, bool hint) => (hint, Has(problems, field)) switch
    {
        (true, true) => $"{Hint(field)} {Error(field)}",
        (true, false) => Hint(field),
        (false, true) => Error(field),
        _ => null,
    };

    /// <returns>The value of <c>aria-invalid</c>.</returns>
    public static string? Invalid(string field, ImmutableArray<FieldProblem> problems) => Has(problems, field) ? "true" : null;

    private static bool Has(ImmutableArray<FieldProblem> problems, string field) => problems.Any(p => p.Field == field);
}
