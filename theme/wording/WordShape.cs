using System.Collections.Immutable;
using System.Reflection;

namespace Advocacy.Theme.Wording;

/// <summary>One key of a word list, as a member of <see cref="Words"/> asks for it.</summary>
/// <param name="Placeholders">Each must stand in the text, as <c>{name}</c>, and no other.</param>
/// <param name="Needed">False for the plural forms that not every language has.</param>
public sealed record WordShape(string Key, ImmutableArray<string> Placeholders, bool Needed)
{
    public static ImmutableArray<WordShape> All { get; } =
    [
        .. typeof(Words).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(string)).Select(p => new WordShape(p.Name, [], true)),
        .. typeof(Words).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m.ReturnType == typeof(string) && !m.IsSpecialName && m.GetParameters().Length > 0).SelectMany(Of),
    ];

    private static IEnumerable<WordShape> Of(MethodInfo method)
    {
        var parameters = method.GetParameters();
        ImmutableArray<string> names = [.. parameters.Where(p => !p.ParameterType.IsEnum).Select(p => p.Name!)];
        if (parameters is [{ ParameterType: { IsEnum: true } choice }])
            return Enum.GetNames(choice).Select(name => new WordShape($"{method.Name}.{name}", [], true));
        return parameters[0] is { Name: "count" }
            ? Enum.GetValues<Plural>().Select(plural => new WordShape($"{method.Name}.{plural}", names, plural == Plural.Other))
            : [new WordShape(method.Name, names, true)];
    }
}
