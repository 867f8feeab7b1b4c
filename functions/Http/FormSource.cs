using Microsoft.AspNetCore.WebUtilities;

namespace Advocacy.Functions.Http;

/// <summary>Distinguishes a form of our own pages from one that another site sends in a visitor's name.</summary>
public static class FormSource
{
    /// <summary>
    /// A browser says where a form comes from, and no page can make it lie: <c>Sec-Fetch-Site</c> (W3C Fetch Metadata) in all browsers
    /// since 2023, <c>Origin</c> (RFC 6454) in older ones. Neither comes from very old ones and from programs, which carry no visitor's
    /// trust to abuse.
    /// </summary>
    /// <param name="site">Scheme and host of our pages.</param>
    public static bool IsOwn(HttpRequest request, string site) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || origin == site),
        _ => false,
    };

    /// <summary>
    /// The field <c>from</c> of the address that the form stood at, which only a script writes into the form. Browsers say it to pages
    /// of the same site (Referrer Policy, <c>strict-origin-when-cross-origin</c>).
    /// </summary>
    /// <returns>Null where the form stood elsewhere, or its address says none.</returns>
    public static string? Of(HttpRequest request, string site) =>
        Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var page) && page.GetLeftPart(UriPartial.Authority) == site
        && QueryHelpers.ParseQuery(page.Query).TryGetValue("from", out var from) ? from.ToString() : null;
}
