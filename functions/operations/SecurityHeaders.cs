using Advocacy.Functions.Configuration;

namespace Advocacy.Functions.Operations;

/// <summary>The static site's headers reach no answer under <c>/api</c>, so each answer brings its own.</summary>
public static class SecurityHeaders
{
    // The refused form is shown again from here, hence the same policy as the site's own pages.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; form-action 'self' https://checkout.stripe.com https://billing.stripe.com";

    public static void UseSecurityHeaders(this WebApplication app, Settings settings)
    {
        // Browsers apply form-action to where a form's answer leads, too: in development that is the stand-in's page.
        var stripe = new Uri(settings.StripeBase);
        var policy = stripe.IsLoopback ? $"{Policy} {stripe.GetLeftPart(UriPartial.Authority)}" : Policy;
        app.Use((context, next) => AddAsync(context, next, policy));
    }

    private static Task AddAsync(HttpContext context, RequestDelegate next, string policy)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = policy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains; preload";
        headers.XContentTypeOptions = "nosniff";
        return next(context);
    }
}
