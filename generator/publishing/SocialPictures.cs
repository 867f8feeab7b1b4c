using Advocacy.Generator.Pictures;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Content;
using Advocacy.Theme.Wording;

namespace Advocacy.Generator.Publishing;

/// <summary>The picture that social networks show for a page.</summary>
public sealed class SocialPictures(Site site, BuildOptions options, OutputFolder output)
{
    private const string Folder = "social";

    private readonly string _font = Path.Combine(options.Theme, "fonts", "Newsreader-SemiBold.ttf");

    /// <returns>The picture's address.</returns>
    public string? Of(Planned page)
    {
        if (!File.Exists(_font))
            return null;
        var shared = !site.Organisation.SocialImages || page.View is ReleaseListView or PageView { Page.Layout: PageLayout.NotFound };
        var (name, title, line) = shared
            ? ("site", site.Organisation.Tagline, "")
            : (page.Url.Trim('/').Replace('/', '-') is { Length: > 0 } path ? path : "home", page.Title, Line(page));
        var url = $"/{Folder}/{name}.png";
        output.Copy(url[1..], SocialImage.Draw(title, line, site.Organisation.Name, _font, Path.Combine(options.Cache, Folder)));
        return url;
    }

    private string Line(Planned page) => page.View switch
    {
        PressReleaseView view => Words(page).ReleasePicture(Words(page).In.Date(DateOnly.FromDateTime(view.Release.Date.DateTime))),
        PetitionView view when !view.Petition.Filings.IsEmpty => Words(page).PetitionPicture(Words(page).In.Date(view.Petition.Filings[0].Date)),
        _ => "",
    };

    private Words Words(Planned page) => site.Words.For(page.Language);
}
