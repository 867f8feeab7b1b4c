using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Publishing;

namespace Advocacy.Generator.Planning;

/// <summary>The second step of a build: which address shows what, in each edition.</summary>
internal static class SitePlanner
{
    /// <param name="output">Null where nothing is written.</param>
    public static PlannedSite Plan(LoadedSite site, Gate gate, bool rehearsal, IOutput? output, IBuildCache cache)
    {
        var pressKit = PressKitFiles.Of(site);
        var input = pressKit.AddTo(site.Input);
        var editions = EditionBuilder.Of(input, [.. input.Entries.Select(e => e.Content)], site.Words, gate, rehearsal);
        if (output is not null)
            editions = new DocumentArchives(site.Attachments, output, cache).Write(editions);
        var plan = new SitePlan(editions, cache);
        var links = new Links(
            [.. input.Entries, .. input.Transcripts.Select(t => t.Page)],
            input.Unread,
            gate,
            plan.Pages.Select(p => p.Page.Url),
            site.Attachments,
            site.BaseUrl);
        return new PlannedSite(input, plan, links, pressKit);
    }
}

/// <param name="Input">What was loaded, with the address of the press kit.</param>
internal sealed record PlannedSite(Input Input, SitePlan Plan, Links Links, PressKitFiles PressKit);
