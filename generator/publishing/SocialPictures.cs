using Advocacy.Generator.Pictures;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Content;
using Advocacy.Theme.Wording;

namespace Advocacy.Generator.Publishing;

/// <summary>The picture that social networks show for a page.</summary>
public sealed class SocialPictures(BuildOptions options, OutputFolder output)
{
    private const string Folder = "social";

    private readonly string _font = Path.Combine(options.Theme, "fonts", "Newsreader-SemiBold.ttf");

    /// <returns>The picture's address.</returns>
    public string? Of(Site site, Planned page)
    {
        if (!File.Exists(_font))
            return null;
        var shared = !site.Organisation.SocialImages || page.View is ReleaseListView or PageView { Page.Layout: PageLayout.NotFound };
        var (name, title, line) = shared
            ? ($"{site.Organisation.Root[1..].Replace('/', '-')}site", site.Organisation.Tagline, "")
            : (page.Url.Trim('/').Replace('/', '-') is { Length: > 0 } path ? path : "home", page.Title, Line(page, site.Words.For(page.Language)));
        var url = $"/{Folder}/{name}.png";
        output.Copy(url[1..], SocialImage.Draw(title, line, site.Organisation.Name, _font, Path.Combine(options.Cache, Folder)));
        return url;
    }

    private static string Line(Planned page, Words words) => page.View switch
    {
        PressReleaseView view => words.ReleasePicture(words.In.Date(DateOnly.FromDateTime(view.Release.Date.DateTime))),
        PetitionView view when !view.Petition.Filings.IsEmpty => words.PetitionPicture(words.In.Date(view.Petition.Filings[0].Date)),
        _ => "",
    };
}
