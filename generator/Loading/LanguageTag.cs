using System.Text.RegularExpressions;
using Advocacy.Generator.Loading.FrontMatter;

namespace Advocacy.Generator.Loading;

/// <summary>The tag of a language (BCP 47), as writers write it: <c>es</c>, <c>es-MX</c>.</summary>
public static partial class LanguageTag
{
    /// <summary>Whether a language is another, or a kind of it: <c>es-MX</c> is <c>es</c>.</summary>
    public static bool IsIn(string language, string other) => language == other || language.StartsWith($"{other}-", StringComparison.Ordinal);

    public static bool IsOne(string? text) => text is not null && Form().IsMatch(text);

    /// <returns>Null where the field is absent, or holds something else.</returns>
    public static string? Of(Fields fields, string name)
    {
        if (fields.TextOrNull(name) is not { } text)
            return null;
        if (IsOne(text))
            return text;
        Refuse(text, fields.LineOf(name), fields.Problems);
        return null;
    }

    public static void Refuse(string? text, int line, Problems problems) =>
        problems.Add(line, $"\"{text}\" is not the tag of a language", "write it as es, or es-MX");

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Form();
}
