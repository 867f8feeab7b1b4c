using Advocacy.Functions.Configuration;
using Advocacy.Theme.Layout;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Advocacy.Functions.Http;

/// <summary>
/// The static site's headers reach no answer under <c>/api</c>, so each answer brings its own. They are the same ones,
/// since the refused form is shown again from here.
/// </summary>
internal sealed class SecurityHeaders : IFunctionsWorkerMiddleware
{
    private readonly string _policy;

    public SecurityHeaders(AppSettings settings)
    {
        // Browsers apply form-action to where a form's answer leads, too: in development that is the emulator's page.
        var stripe = new Uri(settings.StripeBase);
        _policy = stripe.IsLoopback
            ? BrowserSecurity.AllowingFormsTo(BrowserSecurity.ContentSecurityPolicy, stripe.GetLeftPart(UriPartial.Authority))
            : BrowserSecurity.ContentSecurityPolicy;
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
        foreach (var (name, value) in BrowserSecurity.Headers)
            headers[name] = value;
        headers.ContentSecurityPolicy = _policy;
        headers.CacheControl = "no-store";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
