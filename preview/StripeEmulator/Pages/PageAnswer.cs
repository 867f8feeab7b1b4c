using Advocacy.Theme.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Advocacy.Preview.StripeEmulator.Pages;

/// <summary>Sends a page of the emulator with the headers that hold it to its own files.</summary>
public static class PageAnswer
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <param name="onward">Where a form of the page may lead after its answer; browsers hold redirects to the policy, too.</param>
    public static Task SendAsync<TPage>(HttpContext context, int status, Dictionary<string, object?> parameters, string? onward = null)
        where TPage : IComponent
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Uri.TryCreate(onward, UriKind.Absolute, out var address)
            ? BrowserSecurity.AllowingFormsTo(Policy, address.GetLeftPart(UriPartial.Authority))
            : Policy;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return new RazorComponentResult<TPage>(parameters) { StatusCode = status }.ExecuteAsync(context);
    }

    /// <summary>A form of another site must not press buttons here.</summary>
    public static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].FirstOrDefault() is not (null or "same-origin" or "none"))
            return true;
        return request.Headers.Origin.FirstOrDefault() is { } origin && origin != $"{request.Scheme}://{request.Host}";
    }

    public static async Task SendStyleSheetAsync(HttpContext context)
    {
        await using var resource = typeof(PageAnswer).Assembly.GetManifestResourceStream("emulator.css")!;
        context.Response.ContentType = "text/css; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await resource.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
