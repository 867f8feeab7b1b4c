using System.Collections.Immutable;
using Advocacy.Generator.Loading.Theme;
using Advocacy.Theme.Localization;

namespace Advocacy.Preview.Localization;

/// <summary>The words of the emulator's pages and of the panel. They are read again for each page, so that an edit shows.</summary>
/// <param name="theme">Its folder.</param>
public sealed class PreviewWording(string theme)
{
    // Where a reader's language has no list, and where a list lacks words, which the build of the site reports.
    private const string Otherwise = "en";

    private static readonly PreviewWords _blank =
        new(Otherwise, WordListKey.Preview.ToDictionary(shape => shape.Key, shape => shape.Key, StringComparer.Ordinal));

    /// <param name="context">Whose reader says which languages they read.</param>
    /// <param name="locale">What the page was asked for in, as Stripe writes it; null or <c>auto</c>: in the reader's language.</param>
    public PreviewWords For(HttpContext context, string? locale = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ImmutableArray<string> wanted = locale is null or "auto" ? Accepted(context.Request) : [locale];
        var languages = wanted.Append(Otherwise).Select(tag => tag.Split('-')[0].ToLowerInvariant()).Where(HasList);
        var lists = languages.Select(language => WordListReader.ReadPreview(theme, language));
        return lists.FirstOrDefault(words => words is not null) ?? _blank;
    }

    private static ImmutableArray<string> Accepted(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1);
        return [.. accepted.Select(language => language.Value.ToString())];
    }

    // What a request says becomes a file's name: letters only.
    private bool HasList(string language) =>
        language.All(char.IsAsciiLetterLower) && File.Exists(Path.Combine(theme, "words", $"{language}.yml"));
}
