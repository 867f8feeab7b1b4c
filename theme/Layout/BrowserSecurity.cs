using System.Collections.Immutable;

namespace Advocacy.Theme.Layout;

/// <summary>
/// The security headers of every page, the one source for two hosts. The static host sends them with the files of the site;
/// its headers do not reach the answers under <c>/api</c>, so the functions send them there.
/// </summary>
/// <remarks>
/// Each host adds its own caching. The functions also add <c>Cross-Origin-Resource-Policy</c>: other sites may embed the site's
/// pictures, but not what the functions answer.
/// </remarks>
public static class BrowserSecurity
{
    // Stripe's pages are listed because browsers apply form-action to the redirect after the form, too.
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self' https://checkout.stripe.com https://billing.stripe.com; "
        + "base-uri 'none'; frame-ancestors 'none'";

    private const string Features =
        "accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    /// <summary>Sorted by name.</summary>
    public static ImmutableArray<(string Name, string Value)> Headers { get; } =
    [
        ("Content-Security-Policy", ContentSecurityPolicy),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", Features),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload"),
        ("X-Content-Type-Options", "nosniff"),
    ];

    /// <param name="policy">A content security policy.</param>
    /// <param name="origin">One more place that a form may lead to.</param>
    public static string AllowingFormsTo(string policy, string origin) =>
        policy.Replace("form-action 'self'", $"form-action 'self' {origin}", StringComparison.Ordinal);
}
