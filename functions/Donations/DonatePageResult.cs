using System.Collections.Immutable;
using Advocacy.Content.GivingData;
using Advocacy.Content.Pages;
using Advocacy.Functions.Campaigns;
using Advocacy.Functions.Configuration;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Views;

namespace Advocacy.Functions.Donations;

/// <summary>The site's own pages, drawn from here because of what a visitor sent.</summary>
public static class DonatePageResult
{
    /// <summary>The form with what the donor filled in, and what is wrong with it.</summary>
    public static PageModel Again(
        GivingSite site, Words words, FormEntries entries, ImmutableArray<FieldProblem> problems, DateTimeOffset at)
    {
        var page = site.Page(PageLayout.Donate, words.In.Tag)!;
        return Around(site, words, page, Form(site, words, page, entries, problems, at), at) with { Title = words.ErrorTitle(page.Title) };
    }

    /// <summary>The form of a donor who came back from the payment page.</summary>
    public static PageModel Cancelled(GivingSite site, Words words, FormEntries entries, DateTimeOffset at)
    {
        var page = site.Page(PageLayout.Donate, words.In.Tag)!;
        return Around(site, words, page, Form(site, words, page, entries, [], at) with { IsCancelled = true }, at);
    }

    /// <summary>No form: what else a donor can do.</summary>
    public static PageModel Off(GivingSite site, Words words, DateTimeOffset at)
    {
        var text = new HtmlPart($"<p>{words.GivingOffExplained}</p>");
        var page = site.Page(PageLayout.Donate, words.In.Tag)! with { Title = words.GivingOff, Body = new([text]) };
        return Around(site, words, page, new PageView(page, []), at);
    }

    private static DonateView Form(
        GivingSite site, Words words, Page page, FormEntries entries, ImmutableArray<FieldProblem> problems, DateTimeOffset at) =>
        new(page, OpenCampaign.Of(site.File.In(words.In.Tag), entries.Campaign, at), entries, problems);

    /// <summary>The site's frame around a view of one of its pages.</summary>
    public static PageModel Around(GivingSite site, Words words, GivingPage page, View view, DateTimeOffset at) => new()
    {
        Settings = site.SettingsFor(words.In.Tag),
        Words = words,
        At = at,
        View = view,
        Texts = new(page.Body),
        Url = page.Url,
        Language = page.Language,
        Title = page.Title,
        Description = page.Description,
        Breadcrumbs = [new(words.Home, site.SettingsFor(words.In.Tag).Root), new(page.Title, page.Url)],
        NoIndex = true,
        Assets = site.File.Assets,
    };
}
