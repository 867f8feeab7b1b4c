using System.Collections.Immutable;
using Advocacy.Content.Pages;
using Advocacy.Content.PressReleases;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Rendering;

/// <summary>
/// Completes what is planned for a page with the page's text. The plan comes first, since a text can only be rendered when all addresses
/// are known, and texts are not kept until the next plan, since ten thousand of them need too much memory.
/// </summary>
/// <param name="notFound">The page for addresses that lead nowhere, in each language that has it.</param>
internal sealed class ViewBuilder(SitePlan plan, TextRenderer texts, ImmutableArray<Entry> notFound)
{
    /// <param name="content">With its rendered text.</param>
    public View WithText(EditionPage page, ContentItem content) => page.Page.View switch
    {
        HomeView home => home with { Page = (Page)content },
        DonateView donate => donate with { Page = (Page)content },
        ThanksView thanks => thanks with { Page = (Page)content },
        ManageView manage => manage with { Page = (Page)content },
        PageView { Page: { Layout: PageLayout.NotFound, Withdrawn: null } } view =>
            new NotFoundView((Page)content, OtherLanguages(page.Edition), view.Latest),
        PageView view => view with { Page = (Page)content },
        PetitionView view => view with { Petition = view.Petition with { Body = content.Body } },
        PressReleaseView view => view with
        {
            Release = view.Release with { Body = content.Body, Quotations = ((PressRelease)content).Quotations },
        },
        var view => view,
    };

    private ImmutableArray<NotFoundElsewhere> OtherLanguages(Edition here) =>
    [
        .. plan.Editions.Where(edition => edition.Language != here.Language).Select(edition => new NotFoundElsewhere(
            edition.Words.For(edition.Language), edition.Settings, NotFoundPage(edition))),
    ];

    private Page? NotFoundPage(Edition edition) =>
        edition.Pages.FirstOrDefault(p => p is { Layout: PageLayout.NotFound, Withdrawn: null }) is { } page
            ? page with { Body = texts.RenderBelowHeading(notFound.First(entry => entry.Content.Url == page.Url)) }
            : null;
}
