using System.Globalization;
using System.Text;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading.Entries;

using Advocacy.Generator.Text;
namespace Advocacy.Generator.Loading;

/// <summary>Where a file of content is shown, by where it lies.</summary>
public sealed record Address(string Url, string Language, ContentKind Kind)
{
    public static bool IsSource(string relative) =>
        relative.StartsWith("campaigns/", StringComparison.Ordinal)
            ? relative.EndsWith(".yml", StringComparison.Ordinal)
            : relative.EndsWith(".md", StringComparison.Ordinal);

    /// <summary>What a file's name says before its ending: <c>es</c> in <c>index.es.md</c>; null where it says nothing.</summary>
    public static string? LanguageOf(string relative)
    {
        var name = Path.GetFileNameWithoutExtension(relative);
        return name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? name[(dot + 1)..] : null;
    }

    /// <returns>Null where the name is not fit for an address.</returns>
    public static Address? Of(string relative, SiteSettings site, Problems problems)
    {
        var path = relative[..^3];
        if (!IsNameFit(path))
        {
            problems.Add(
                1,
                "the name of the file or its folder has other characters than a to z, 0 to 9 and -",
                $"rename it to {Fit(path)}.md");
            return null;
        }
        var language = site.Languages[0];
        if (LanguageOf(relative) is { } other)
        {
            language = other;
            path = path[..^(other.Length + 1)];
            if (!LanguageTag.IsOne(language))
            {
                problems.Add(
                    1,
                    $"the file's name says \"{language}\" where a language is said",
                    $"rename it to {Fit(relative[..^3]).Replace('.', '-')}.md");
                return null;
            }
        }
        var kind = path.StartsWith("press-releases/", StringComparison.Ordinal) ? ContentKind.PressRelease
            : path.StartsWith("petitions/", StringComparison.Ordinal) ? ContentKind.Petition
            : ContentKind.Page;
        if (path.StartsWith("pages/", StringComparison.Ordinal))
            path = path["pages/".Length..];
        if (path.EndsWith("/index", StringComparison.Ordinal) || path == "index")
            path = path[..^"index".Length].TrimEnd('/');
        var prefix = language == site.Languages[0] ? "/" : $"/{language}/";
        return new Address(path == "404" ? $"{prefix}404.html" : path.Length == 0 ? prefix : $"{prefix}{path}/", language, kind);
    }

    public static bool IsNameFit(string name) =>
        name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '/' or '.');

    /// <summary>The nearest name that is fit for an address: accents folded, the rest as hyphens.</summary>
    public static string Fit(string name)
    {
        var fit = new StringBuilder();
        var spelledOut = name.ToLowerInvariant()
            .Replace("œ", "oe", StringComparison.Ordinal)
            .Replace("æ", "ae", StringComparison.Ordinal)
            .Replace("ß", "ss", StringComparison.Ordinal);
        foreach (var letter in spelledOut)
        {
            // An accent that follows its letter, as macOS writes names.
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            var c = Plain(letter);
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '/' or '.')
                fit.Append(c);
            else if (fit.Length > 0 && fit[^1] != '-')
                fit.Append('-');
        }
        return fit.ToString().Trim('-').Replace("-.", ".", StringComparison.Ordinal).Replace("-/", "/", StringComparison.Ordinal);
    }

    /// <summary>The name for an address of what has this title; empty where it has no letter that an address can have.</summary>
    public static string Slug(string title)
    {
        const int longest = 60;
        var words = Fit(title.Normalize(NormalizationForm.FormD)).Split(['-', '/', '.'], StringSplitOptions.RemoveEmptyEntries);
        var slug = "";
        foreach (var word in words.TakeWhile(word => slug.Length + word.Length < longest))
            slug += slug.Length > 0 ? $"-{word}" : word;
        return slug.Length > 0 || words.Length == 0 ? slug : words[0][..longest];
    }

    /// <summary>Listed, because normalization is not at hand: the build runs without the tables of cultures.</summary>
    private static char Plain(char letter) => letter switch
    {
        'á' or 'à' or 'â' or 'ä' or 'ã' or 'å' => 'a',
        'ç' => 'c',
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'í' or 'ì' or 'î' or 'ï' => 'i',
        'ł' => 'l',
        'ñ' => 'n',
        'ó' or 'ò' or 'ô' or 'ö' or 'õ' or 'ø' => 'o',
        'ú' or 'ù' or 'û' or 'ü' => 'u',
        'ý' or 'ÿ' => 'y',
        _ => letter,
    };
}
