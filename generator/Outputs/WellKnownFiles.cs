using System.Text;
using Advocacy.Content.Settings;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Outputs;

/// <summary>The small text files that programs look for at fixed addresses.</summary>
public static class WellKnownFiles
{
    /// <summary>RFC 9309.</summary>
    public static byte[] Robots(SiteSettings site, bool rehearsal) => Encoding.UTF8.GetBytes(rehearsal
        ? "User-agent: *\nDisallow: /\n"
        : $"User-agent: *\nDisallow: /api/\n\nSitemap: {site.BaseUrl}/sitemap.xml\n");

    /// <summary>RFC 9116. The expiry is under a year away, as it asks, and changes once a month so that builds stay the same.</summary>
    public static byte[] Security(SiteSettings site, DateTimeOffset at)
    {
        var expires = new DateTimeOffset(at.UtcDateTime.Year, at.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(11);
        return Encoding.UTF8.GetBytes($"""
            Contact: mailto:{site.SecurityEmail}
            Expires: {Dates.Utc(expires)}
            Preferred-Languages: {string.Join(", ", site.Languages)}
            Canonical: {site.BaseUrl}/.well-known/security.txt

            """);
    }
}
