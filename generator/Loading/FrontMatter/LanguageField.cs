using Advocacy.Generator.Text;

namespace Advocacy.Generator.Loading.FrontMatter;

/// <summary>A field, or an attribute in a text, that holds the tag of a language.</summary>
public static class LanguageField
{
    /// <returns>Null where the field is absent, or holds something else.</returns>
    public static string? Read(Fields fields, string name)
    {
        if (fields.TextOrNull(name) is not { } text)
            return null;
        if (LanguageTag.IsOne(text))
            return text;
        Reject(text, fields.LineOf(name), fields.Problems);
        return null;
    }

    public static void Reject(string? text, int line, Problems problems) =>
        problems.Add(line, $"\"{text}\" is not the tag of a language", "write it as es, or es-MX");
}
