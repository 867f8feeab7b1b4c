using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Advocacy.Theme.Localization;

/// <summary>One key of a word list, as a member of <see cref="Words"/> or <see cref="PreviewWords"/> asks for it.</summary>
/// <param name="Member">Its name.</param>
/// <param name="Key">The same, with the plural or the choice that a text is for.</param>
/// <param name="Placeholders">Each must stand in the text, as <c>{name}</c>, and no other.</param>
/// <param name="Form">Null where the word does not count.</param>
public sealed record WordListKey(string Member, string Key, ImmutableArray<string> Placeholders, Plural? Form = null)
{
    private const DynamicallyAccessedMemberTypes Members =
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicMethods;

    /// <summary>What the site's pages say, and the functions.</summary>
    public static ImmutableArray<WordListKey> Site { get; } = [.. Of(typeof(Words))];

    /// <summary>What only the preview says.</summary>
    public static ImmutableArray<WordListKey> Preview { get; } = [.. Of(typeof(PreviewWords))];

    private static IEnumerable<WordListKey> Of([DynamicallyAccessedMembers(Members)] Type list) =>
    [
        .. list.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType == typeof(string)).Select(p => new WordListKey(p.Name, p.Name, [])),
        .. list.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m.ReturnType == typeof(string) && !m.IsSpecialName && m.GetParameters().Length > 0).SelectMany(Of),
    ];

    /// <summary>Whether a list in the language must have it: not every language has each plural form.</summary>
    /// <param name="language">BCP 47.</param>
    public bool IsNeededIn(string language) => Form is not { } form || PluralRules.Has(language, form);

    /// <summary>A form for a number that the form itself tells may leave the number out.</summary>
    public bool MayLeaveOut(string placeholder) => placeholder == "count" && Form is Plural.Zero or Plural.One or Plural.Two;

    private static IEnumerable<WordListKey> Of(MethodInfo method)
    {
        var parameters = method.GetParameters();
        ImmutableArray<string> names = [.. parameters.Where(p => !p.ParameterType.IsEnum).Select(p => p.Name!)];
        if (parameters is [{ ParameterType: { IsEnum: true } choice }])
            return Enum.GetNames(choice).Select(name => new WordListKey(method.Name, $"{method.Name}.{name}", []));
        return parameters[0] is { Name: "count" }
            ? Enum.GetValues<Plural>().Select(plural => new WordListKey(method.Name, $"{method.Name}.{plural}", names, plural))
            : [new WordListKey(method.Name, method.Name, names)];
    }
}
