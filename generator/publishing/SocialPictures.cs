using Advocacy.Generator.Pictures;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Content;
using Advocacy.Theme.Wording;

namespace Advocacy.Generator.Publishing;

/// <summary>The picture that social networks show for a page.</summary>
internal sealed class SocialPictures
{
    private const string Folder = "social";

    private readonly Site _site;
    private readonly BuildOptions _options;
    private readonly IOutput _output;
    private readonly FileInfo _font;
    private readonly Lazy<string> _shared;

    public SocialPictures(Site site, BuildOptions options, IOutput output)
    {
        (_site, _options, _output) = (site, options, output);
        _font = FontOf(options);
        _shared = new Lazy<string>(() => Draw("site", site.Organisation.Tagline, ""));
    }

    /// <summary>The font that the pictures are drawn with; where it is not there, there are none.</summary>
    public static FileInfo FontOf(BuildOptions options) => new(Path.Combine(options.Theme, "fonts", "Newsreader-SemiBold.ttf"));

    /// <returns>The picture's address.</returns>
    public string? Of(Planned page) =>
        !_font.Exists ? null
        : !_site.Organisation.SocialImages || page.View is ReleaseListView or PageView { Page.Layout: PageLayout.NotFound } ? _shared.Value
        : Draw(page.Url.Trim('/').Replace('/', '-') is { Length: > 0 } path ? path : "home", page.Title, Line(page));

    private string Draw(string name, string title, string line)
    {
        var url = $"/{Folder}/{name}.png";
        _output.Copy(url[1..], SocialImage.Draw(title, line, _site.Organisation.Name, _font.FullName, Path.Combine(_options.Cache, Folder)));
        return url;
    }

    private string Line(Planned page) => page.View switch
    {
        PressReleaseView view => Words(page).ReleasePicture(Words(page).In.Date(DateOnly.FromDateTime(view.Release.Date.DateTime))),
        PetitionView view when !view.Petition.Filings.IsEmpty => Words(page).PetitionPicture(Words(page).In.Date(view.Petition.Filings[0].Date)),
        _ => "",
    };

    private Words Words(Planned page) => _site.Words.For(page.Language);
}
