using System.Collections.Concurrent;
using Advocacy.Generator.Images;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Publishing;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Outputs;

/// <summary>The picture that social networks show for a page.</summary>
internal sealed class SocialCards(BuildOptions options, IOutput output)
{
    private const string Folder = "social";

    private readonly FileInfo _font = FontOf(options);
    private readonly ConcurrentDictionary<string, string> _shared = new(StringComparer.Ordinal);

    /// <summary>The font that the pictures are drawn with; where it is not there, there are none.</summary>
    public static FileInfo FontOf(BuildOptions options) => new(Path.Combine(options.Theme, "fonts", "Newsreader-SemiBold.ttf"));

    /// <returns>The picture's address; null where there is none.</returns>
    public string? Of(Edition edition, PlannedPage page)
    {
        if (!_font.Exists)
            return null;
        if (!edition.Settings.SocialImages || page.IsNotFound || page.View is ReleaseListView)
            return _shared.GetOrAdd(edition.Settings.Root, _ => DrawShared(edition));
        var name = page.Url.Trim('/').Replace('/', '-');
        return Draw(name.Length > 0 ? name : "home", page.Title, Line(page, edition.Words.For(page.Language)), edition, page.Language);
    }

    private string DrawShared(Edition edition) =>
        Draw($"{edition.Settings.Root[1..].Replace('/', '-')}site", edition.Settings.Tagline, "", edition, edition.Language);

    private string Draw(string name, string title, string line, Edition edition, string language)
    {
        var url = $"/{Folder}/{name}.png";
        var isRightToLeft = Direction.Of(language) == "rtl";
        var card = SocialCardCache.Draw(
            title,
            line,
            edition.Settings.Name,
            isRightToLeft,
            _font.FullName,
            Path.Combine(options.Cache, Folder));
        output.Copy(url[1..], card);
        return url;
    }

    private static string Line(PlannedPage page, Words words) => page.View switch
    {
        PressReleaseView view => words.ReleasePicture(words.In.Date(DateOnly.FromDateTime(view.Release.Date.DateTime))),
        PetitionView view when !view.Petition.Filings.IsEmpty => words.PetitionPicture(words.In.Date(view.Petition.Filings[0].Date)),
        _ => "",
    };
}
