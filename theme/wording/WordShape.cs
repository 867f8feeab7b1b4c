using System.Collections.Immutable;
using System.Reflection;

namespace Advocacy.Theme.Wording;

/// <summary>One key of a word list, as a member of <see cref="Words"/> asks for it.</summary>
/// <param name="Placeholders">Each must stand in the text, as <c>{name}</c>, and no other.</param>
/// <param name="Form">Null where the word does not count.</param>
public sealed record WordShape(string Key, ImmutableArray<string> Placeholders, Plural? Form = null)
{
    public static ImmutableArray<WordShape> All { get; } =
    [
        .. typeof(Words).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(string)).Select(p => new WordShape(p.Name, [])),
        .. typeof(Words).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m.ReturnType == typeof(string) && !m.IsSpecialName && m.GetParameters().Length > 0).SelectMany(Of),
    ];

    /// <summary>Whether a list in the language must have it: not every language has each plural form.</summary>
    public bool IsNeededIn(WordLanguage language) => Form is not { } form || language.Plurals.Contains(form);

    /// <summary>A form for a number that the form itself tells may leave the number out.</summary>
    public bool MayLeaveOut(string placeholder) => placeholder == "count" && Form is Plural.Zero or Plural.One or Plural.Two;

    private static IEnumerable<WordShape> Of(MethodInfo method)
    {
        var parameters = method.GetParameters();
        ImmutableArray<string> names = [.. parameters.Where(p => !p.ParameterType.IsEnum).Select(p => p.Name!)];
        if (parameters is [{ ParameterType: { IsEnum: true } choice }])
            return Enum.GetNames(choice).Select(name => new WordShape($"{method.Name}.{name}", []));
        return parameters[0] is { Name: "count" }
            ? Enum.GetValues<Plural>().Select(plural => new WordShape($"{method.Name}.{plural}", names, plural))
            : [new WordShape(method.Name, names)];
    }
}
