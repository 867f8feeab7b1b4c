using System.Text.RegularExpressions;

namespace Advocacy.Generator.Text;

/// <summary>The tag of a language (BCP 47), as writers write it: <c>es</c>, <c>es-MX</c>.</summary>
public static partial class LanguageTag
{
    /// <summary>Whether a language is another, or a kind of it: <c>es-MX</c> is <c>es</c>.</summary>
    public static bool IsIn(string language, string other) =>
        language == other || language.StartsWith($"{other}-", StringComparison.Ordinal);

    public static bool IsOne(string? text) => text is not null && Form().IsMatch(text);

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Form();
}
