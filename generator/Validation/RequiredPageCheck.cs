using Advocacy.Content.Pages;
using Advocacy.Generator.Loading;

namespace Advocacy.Generator.Validation;

/// <summary>The pages that every site has, and those that every site has which takes gifts.</summary>
internal sealed class RequiredPageCheck : ISiteCheck
{
    /// <summary>The addresses are fixed: Stripe sends donors back to them.</summary>
    private static readonly (string Url, PageLayout Layout, string File)[] _givingPages =
    [
        ("/donate/", PageLayout.Donate, "donate.md"),
        ("/donate/thanks/", PageLayout.Thanks, "donate/thanks.md"),
        ("/donate/manage/", PageLayout.Manage, "donate/manage.md"),
    ];

    public CheckStage Stage => CheckStage.Planned;

    public void Check(CheckContext context)
    {
        var input = context.Input;
        if (!input.IsWhole)
            return;
        var settings = context.Site.SettingsProblems;
        if (!Has(input, PageLayout.Home))
            settings.Add(1, "there is no home page", "make input/index.md with \"Layout: home\"");
        foreach (var edition in input.Editions.Where(o => !o.IsDefault && !input.Entries.Any(e => e.Content.Url == o.Root)))
        {
            settings.For(settings.Path.Replace(".yml", $".{edition.Language}.yml", StringComparison.Ordinal))
                .Add(1, "this language has no home page", $"make input/index.{edition.Language}.md");
        }
        if (!Has(input, PageLayout.NotFound))
            settings.Add(1, "there is no page for addresses that lead nowhere", "make input/404.md with \"Layout: not-found\"");
        if (input.Settings.Giving is not null)
            CheckGiving(context, settings);
    }

    private static void CheckGiving(CheckContext context, Problems settings)
    {
        var input = context.Input;
        foreach (var (url, layout, file) in _givingPages)
        {
            var isThere = input.Entries.Any(
                e => e.Content.Url == url && e.Content is Page page && page.Layout == layout && context.Gate.Shows(page));
            if (!isThere)
            {
                settings.Add(
                    1,
                    $"gifts are taken, and there is no page {url} for them",
                    $"make input/pages/{file} with \"Layout: {layout.ToString().ToLowerInvariant()}\", or take Giving out");
            }
        }
        if (!input.Campaigns.Any(c => c.IsAlwaysOpen && context.Gate.Shows(c)))
        {
            settings.Add(
                1,
                "gifts are taken, and there is no campaign for them that is always open",
                "make input/campaigns/general.yml with \"AlwaysOpen: true\", or take Giving out");
        }
    }

    private static bool Has(Input input, PageLayout layout) => input.Entries.Any(e => e.Content is Page page && page.Layout == layout);
}
