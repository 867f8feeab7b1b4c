using Advocacy.Content.Pages;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;

namespace Advocacy.Generator.Validation;

/// <summary>The links of <c>site.yml</c> and of campaigns' banners lead somewhere, and to the same place from every page.</summary>
internal sealed class SettingsLinkCheck : ISiteCheck
{
    public CheckStage Stage => CheckStage.Planned;

    public void Check(CheckContext context)
    {
        if (context.Input.Entries.FirstOrDefault(e => e.Content is Page { Layout: PageLayout.Home }) is not { } home)
            return;
        foreach (var mention in context.Input.Links.Where(m => m.Link.Length > 0))
            Check(mention, home, context.Plan.Links);
    }

    private static void Check(Mention mention, Entry home, Links links)
    {
        // A banner's link has to be public while the banner is.
        var content = mention.Campaign is { } campaign
            ? home.Content with { Draft = campaign.Draft, Published = campaign.Phases[0].Starts, Expires = campaign.Phases[^1].Starts }
            : home.Content;
        var url = links.Resolve(home with { Content = content, Problems = mention.Problems }, mention.Link, mention.Line);
        if (url is { Length: > 0 } && (url != mention.Link || url[0] == '#'))
        {
            mention.Problems.Add(
                mention.Line,
                $"the link \"{mention.Link}\" would not be the same on every page",
                url[0] == '/' ? $"write {url}" : $"write /{url}");
        }
    }
}
