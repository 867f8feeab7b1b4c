using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Advocacy.Theme.Campaigns;
using Advocacy.Theme.Localization;
using Advocacy.Theme.Shared;

namespace Advocacy.Functions.Campaigns;

/// <summary>Draws the badge: the campaign, a bar, the sums in words. The same colors as the site's, light and dark.</summary>
public static class CampaignBadgeSvg
{
    private const int Width = BadgeSize.Width;
    private const int Edge = 20;
    private const int Track = Width - 2 * Edge;

    private static readonly string Style =
        ":root{max-width:100%;height:auto}"
        + "text{font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif}"
        + $"{Rules(BrandColors.Light)}@media (prefers-color-scheme:dark){{{Rules(BrandColors.Dark)}}}";

    /// <summary>Nothing but the one style sheet inside the picture.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'";

    public static string Draw(Progress progress, Words words)
    {
        var campaign = progress.Campaign;
        var sum = campaign.Goal is { } goal ? words.RaisedOfGoal(Sum(progress.Raised), Sum(goal)) : words.Raised(Sum(progress.Raised));
        var gifts = words.Gifts((int)Math.Min(progress.Gifts, int.MaxValue));
        var match = campaign.Match is not null ? words.MatchUsed(Sum(progress.Matched!.Value), Sum(progress.Unmatched!.Value)) : null;
        var asOf = words.AsOf(Phrases.DayAndTime(TimeZoneInfo.ConvertTime(progress.AsOf, campaign.Zone), words));
        var sentences = new[] { sum, gifts, match, asOf }.OfType<string>().Select(part => part.EndsWith('.') ? part : $"{part}.");
        var description = string.Join(' ', sentences);
        var height = BadgeSize.HeightOf(campaign);
        // Where there is no goal there is no bar, and what is below it moves up.
        var top = height - (match is null ? 36 : 60);
        // Text starts where its language does, and the bar fills from there.
        var mirrored = words.In.PageDirection is not null;

        var svg = new StringBuilder();
        Put($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" """);
        Put($"""role="img" aria-labelledby="t d" lang="{words.In.Tag}"{(mirrored ? " direction=\"rtl\"" : "")}>""");
        Put($"""<title id="t">{Safe(campaign.Title)}</title><desc id="d">{Safe(description)}</desc><style>{Style}</style>""");
        Put($"""<rect class="paper" x=".5" y=".5" width="{Width - 1}" height="{height - 1}" rx="8"/>""");
        Line(campaign.Title, "", 36, 20, 600);
        if (campaign.Goal is > 0 and { } whole)
        {
            Put($"""<rect class="track" x="{Edge}" y="52" width="{Track}" height="12" rx="6"/>""");
            var bar = (long)Int128.Clamp((Int128)progress.Raised * Track / whole, 0, Track);
            if (bar > 0)
            {
                bar = Math.Max(12, bar);
                Put($"""<rect class="bar" x="{(mirrored ? Width - Edge - bar : Edge)}" y="52" width="{bar}" height="12" rx="6"/>""");
            }
        }
        Line($"{sum} · {gifts}", "", top, 17, 600);
        if (match is not null)
            Line(match, "", top + 23, 15, 400);
        Line(asOf, "soft", height - 15, 13, 400);
        return svg.Append("</svg>").ToString();

        // A long line is set smaller rather than cut: at 0.56 of its size a letter of these faces is about as wide.
        void Line(string text, string rank, int y, int size, int weight)
        {
            var fitting = Math.Min(size, Track / (0.56 * Math.Max(1, text.Length)));
            Put($"""<text class="{rank}" x="{(mirrored ? Width - Edge : Edge)}" y="{y}" """);
            Put($"""font-size="{fitting:0.#}" font-weight="{weight}">{Safe(text)}</text>""");
        }

        void Put(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));

        string Sum(long minor) => words.In.Sum(new(minor, campaign.Currency));
    }

    private static string Rules(BrandColors colors) =>
        $"text{{fill:{colors.Ink}}}.paper{{fill:{colors.Paper};stroke:{colors.Line}}}.soft{{fill:{colors.InkSoft}}}"
        + $".track{{fill:{colors.Line};stroke:{colors.Edge}}}.bar{{fill:{colors.Accent}}}";

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
