using Advocacy.Content.Pages;
using Advocacy.Content.Petitions;
using Advocacy.Content.PressReleases;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.FrontMatter;
using Advocacy.Generator.Planning;

namespace Advocacy.Generator.Validation;

/// <summary>What front matter and <c>site.yml</c> name is there, and is public.</summary>
public static class ReferenceCheck
{
    public static void Check(Input input, Gate gate, Links links, Problems siteProblems)
    {
        foreach (var entry in input.Entries)
        {
            foreach (var reference in entry.References)
                Check(input, links, gate, entry, reference);
        }
        if (input.IsWhole)
            CheckPages(input, gate, siteProblems);
        var home = input.Entries.FirstOrDefault(e => e.Content is Page { Layout: PageLayout.Home });
        foreach (var mention in input.Links.Where(m => home is not null && m.Link.Length > 0))
            Check(mention, home!, links);
    }

    /// <summary>Every site has these.</summary>
    private static void CheckPages(Input input, Gate gate, Problems siteProblems)
    {
        if (!input.Entries.Any(e => e.Content is Page { Layout: PageLayout.Home }))
            siteProblems.Add(1, "there is no home page", "make input/index.md with \"Layout: home\"");
        foreach (var edition in input.Editions.Where(o => o.Root != "/" && !input.Entries.Any(e => e.Content.Url == o.Root)))
            siteProblems.For(siteProblems.Path.Replace(".yml", $".{edition.Language}.yml", StringComparison.Ordinal)).Add(1, "this language has no home page", $"make input/index.{edition.Language}.md");
        if (!input.Entries.Any(e => e.Content is Page { Layout: PageLayout.NotFound }))
            siteProblems.Add(1, "there is no page for addresses that lead nowhere", "make input/404.md with \"Layout: not-found\"");
        if (input.Settings.Giving is not null)
            CheckGiving(input, gate, siteProblems);
    }

    /// <summary>A banner's link has to be public while the banner is.</summary>
    private static void Check(Mention mention, Entry home, Links links)
    {
        var content = mention.Campaign is { } campaign ? home.Content with { Draft = campaign.Draft, Published = campaign.Phases[0].Starts, Expires = campaign.Phases[^1].Starts } : home.Content;
        var url = links.Resolve(home with { Content = content, Problems = mention.Problems }, mention.Link, mention.Line);
        if (url is not null && (url != mention.Link || url[0] == '#'))
            mention.Problems.Add(mention.Line, $"the link \"{mention.Link}\" would not be the same on every page", url[0] == '/' ? $"write {url}" : $"write /{url}");
    }

    /// <summary>The addresses are fixed: Stripe sends donors back to them.</summary>
    private static void CheckGiving(Input input, Gate gate, Problems siteProblems)
    {
        foreach (var (url, layout, file) in new[]
        {
            ("/donate/", PageLayout.Donate, "donate.md"), ("/donate/thanks/", PageLayout.Thanks, "donate/thanks.md"), ("/donate/manage/", PageLayout.Manage, "donate/manage.md"),
        })
        {
            if (!input.Entries.Any(e => e.Content.Url == url && e.Content is Page page && page.Layout == layout && gate.Shows(page)))
                siteProblems.Add(1, $"gifts are taken, and there is no page {url} for them", $"make input/pages/{file} with \"Layout: {layout.ToString().ToLowerInvariant()}\", or take Giving out");
        }
        if (!input.Campaigns.Any(c => c.IsAlwaysOpen && gate.Shows(c)))
            siteProblems.Add(1, "gifts are taken, and there is no campaign for them that is always open", "make input/campaigns/general.yml with \"AlwaysOpen: true\", or take Giving out");
    }

    private static void Check(Input input, Links links, Gate gate, Entry entry, Reference reference)
    {
        var what = reference.Kind == ReferenceKind.Petition ? "petition" : "press release";
        var url = $"/{(reference.Kind == ReferenceKind.Petition ? "petitions" : "press-releases")}/{reference.Slug}/";
        if (links.At(url) is not { } target || !IsMeant(target))
        {
            if (input.Unread.Contains(url))
                return;
            entry.Problems.Add(reference.Line, $"there is no {what} \"{reference.Slug}\"",
                SpellingSuggestion.To(reference.Slug, input.Entries.Where(IsMeant).Select(e => e.Slug)) is { } near ? $"did you mean {near}" : "correct the name");
        }
        else if (gate.Shows(entry.Content) && !gate.Shows(target.Content) && target.Content.Draft)
        {
            entry.Problems.Add(reference.Line, $"the {what} \"{reference.Slug}\" is a draft", "take it out until that is published");
        }

        bool IsMeant(Entry e) => reference.Kind == ReferenceKind.Petition ? e.Content is Petition : e.Content is PressRelease;
    }
}
