using System.Text;
using Advocacy.Content;
using Advocacy.Content.Giving;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Search;
using Advocacy.Generator.Text;

namespace Advocacy.Generator.Loading;

/// <summary>Where a file of content is shown, by where it lies.</summary>
public sealed record Address(string Url, string Language, ContentKind Kind)
{
    public static bool IsSource(string relative) =>
        relative.StartsWith(SiteSection.Campaigns, StringComparison.Ordinal)
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
        var kind = path.StartsWith(SiteSection.PressReleases, StringComparison.Ordinal) ? ContentKind.PressRelease
            : path.StartsWith(SiteSection.Petitions, StringComparison.Ordinal) ? ContentKind.Petition
            : ContentKind.Page;
        if (path.StartsWith("pages/", StringComparison.Ordinal))
            path = path["pages/".Length..];
        if (path.EndsWith("/index", StringComparison.Ordinal) || path == "index")
            path = path[..^"index".Length].TrimEnd('/');
        if (kind != ContentKind.Page && !IsSlugFit(path[(path.LastIndexOf('/') + 1)..], Path.GetFileName(relative), problems))
            return null;
        var prefix = language == site.Languages[0] ? EditionRoot.Default : $"/{language}/";
        return new Address(path == "404" ? $"{prefix}404.html" : path.Length == 0 ? prefix : $"{prefix}{path}/", language, kind);
    }

    /// <summary>Whether the donations can name the press release or petition: <see cref="GiftSource"/>.</summary>
    private static bool IsSlugFit(string slug, string file, Problems problems)
    {
        if (SlugRule.Problem(slug) is not var (what, nearest))
            return true;
        var (named, ending) = file.StartsWith("index.", StringComparison.Ordinal) ? ("folder", "") : ("file", file[slug.Length..]);
        problems.Add(1, $"the name of the {named} {what}", SlugRule.Fix(slug, nearest, ending));
        return false;
    }

    public static bool IsNameFit(string name) =>
        name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '/' or '.');

    /// <summary>The nearest name that is fit for an address: accents folded, the rest as hyphens.</summary>
    public static string Fit(string name)
    {
        // Half a character cannot be normalized.
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name));
        var fit = new StringBuilder();
        foreach (var c in Folding.Plain(whole, NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '/' or '.')
                fit.Append(c);
            else if (fit.Length > 0 && fit[^1] != '-')
                fit.Append('-');
        }
        return fit.ToString().Trim('-').Replace("-.", ".", StringComparison.Ordinal).Replace("-/", "/", StringComparison.Ordinal);
    }

    /// <summary>The same for one part of an address, which has neither dots nor slashes.</summary>
    public static string FitPart(string name) => Fit(name).Replace('.', '-').Replace('/', '-');

    /// <summary>The name for an address of what has this title; empty where it has no letter that an address can have.</summary>
    public static string Slug(string title)
    {
        const int longest = 60;
        var words = Fit(title).Split(['-', '/', '.'], StringSplitOptions.RemoveEmptyEntries);
        var slug = "";
        foreach (var word in words.TakeWhile(word => slug.Length + word.Length < longest))
            slug += slug.Length > 0 ? $"-{word}" : word;
        return slug.Length > 0 || words.Length == 0 ? slug : words[0][..longest];
    }
}
