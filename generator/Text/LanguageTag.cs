using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Advocacy.Generator.Text;

/// <summary>The tag of a language (BCP 47), as writers write it: <c>es</c>, <c>es-MX</c>.</summary>
public static partial class LanguageTag
{
    /// <summary>Every language that has two letters (ISO 639-1). Of those with three letters there are thousands.</summary>
    private const string TwoLetters =
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
        + "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg "
        + "ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn "
        + "no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta "
        + "te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

    private static readonly FrozenSet<string> _twoLetters = [.. TwoLetters.Split(' ')];

    /// <summary>Whether a language is another, or a kind of it: <c>es-MX</c> is <c>es</c>.</summary>
    public static bool IsIn(string language, string other) =>
        language == other || language.StartsWith($"{other}-", StringComparison.Ordinal);

    /// <summary>Whether it has the form of a tag, and names a language.</summary>
    public static bool IsOne(string? text) =>
        text is not null && Form().IsMatch(text) && text.Split('-')[0] is var language
            && (language.Length > 2 || _twoLetters.Contains(language));

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Form();
}
