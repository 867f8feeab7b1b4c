using System.Collections.Concurrent;
using Advocacy.Content.Pages;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Publishing;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Images;

/// <summary>The picture that social networks show for a page.</summary>
internal sealed class SocialCards(BuildOptions options, IOutput output)
{
    private const string Folder = "social";

    private readonly FileInfo _font = FontOf(options);
    private readonly ConcurrentDictionary<string, string> _shared = new(StringComparer.Ordinal);

    /// <summary>The font that the pictures are drawn with; where it is not there, there are none.</summary>
    public static FileInfo FontOf(BuildOptions options) => new(Path.Combine(options.Theme, "fonts", "Newsreader-SemiBold.ttf"));

    /// <returns>The picture's address.</returns>
    public string? Of(Edition edition, PlannedPage page) =>
        !_font.Exists ? null
        : !edition.Settings.SocialImages || page.View is ReleaseListView or PageView { Page.Layout: PageLayout.NotFound }
            ? _shared.GetOrAdd(edition.Settings.Root, root => Draw($"{root[1..].Replace('/', '-')}site", edition.Settings.Tagline, "", edition, edition.Language))
        : Draw(page.Url.Trim('/').Replace('/', '-') is { Length: > 0 } path ? path : "home", page.Title, Line(page, edition.Words.For(page.Language)), edition, page.Language);

    private string Draw(string name, string title, string line, Edition edition, string language)
    {
        var url = $"/{Folder}/{name}.png";
        output.Copy(url[1..], SocialCardCache.Draw(title, line, edition.Settings.Name, Direction.Of(language) == "rtl", _font.FullName, Path.Combine(options.Cache, Folder)));
        return url;
    }

    private static string Line(PlannedPage page, Words words) => page.View switch
    {
        PressReleaseView view => words.ReleasePicture(words.In.Date(DateOnly.FromDateTime(view.Release.Date.DateTime))),
        PetitionView view when !view.Petition.Filings.IsEmpty => words.PetitionPicture(words.In.Date(view.Petition.Filings[0].Date)),
        _ => "",
    };
}
