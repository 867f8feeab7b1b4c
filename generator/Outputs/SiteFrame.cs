using Advocacy.Content;
using Advocacy.Content.GivingData;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Outputs;

/// <summary>
/// What every page shows of the site. Two pages with equal frames and equal plans, texts and translations have the same HTML; where the
/// frame has changed, all pages are rendered again.
/// </summary>
/// <param name="Campaigns">What they say, with the phase that each is in.</param>
/// <param name="Font">Size and time of the file that social cards are drawn with.</param>
internal sealed record SiteFrame(
    EquatableArray<SiteSettings> Editions,
    WordLists Words,
    string SuffixRules,
    string Campaigns,
    bool Rehearsal,
    string Assets,
    (long Size, DateTime Changed) Font)
{
    public static SiteFrame Of(SitePlan plan, LoadedSite site, FileInfo font)
    {
        var main = plan.Editions[0];
        var assets = site.Theme.Assets;
        var suffixRules = plan.Editions.SelectMany(edition => site.SuffixRules[edition.Language].All);
        var campaigns = plan.Editions.SelectMany(edition => edition.Campaigns)
            .Select(c => $"{c.PhaseAt(main.At)?.Kind}\0{GivingFile.Write(c)}\0");
        string[] files = [assets.StyleSheet, .. assets.Fonts, .. assets.Scripts.Values, assets.Icon, assets.AppleIcon, assets.Manifest];
        return new SiteFrame(
            [.. plan.Editions.Select(edition => edition.Settings)],
            main.Words,
            string.Concat(suffixRules),
            string.Concat(campaigns),
            main.Rehearsal,
            string.Join(' ', files),
            font.Exists ? (font.Length, font.LastWriteTimeUtc) : default);
    }
}
