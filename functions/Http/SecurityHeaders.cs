using Advocacy.Functions.Configuration;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Advocacy.Functions.Http;

/// <summary>The static site's headers reach no answer under <c>/api</c>, so each answer brings its own.</summary>
internal sealed class SecurityHeaders : IFunctionsWorkerMiddleware
{
    // The refused form is shown again from here, hence the same policy as the site's own pages.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; form-action 'self' https://checkout.stripe.com https://billing.stripe.com";

    private readonly string _policy;

    public SecurityHeaders(AppSettings settings)
    {
        // Browsers apply form-action to where a form's answer leads, too: in development that is the emulator's page.
        var stripe = new Uri(settings.StripeBase);
        _policy = stripe.IsLoopback ? $"{Policy} {stripe.GetLeftPart(UriPartial.Authority)}" : Policy;
    }

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
            Apply(http.Response);
        return next(context);
    }

    public void Apply(HttpResponse response)
    {
        var headers = response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = _policy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains; preload";
        headers.XContentTypeOptions = "nosniff";
    }
}
