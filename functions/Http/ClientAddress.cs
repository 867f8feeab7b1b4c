using System.Net;
using System.Text.Json;

namespace Advocacy.Functions.Http;

/// <summary>Whose request it is, as far as the proxies before us can be believed.</summary>
internal static class ClientAddress
{
    private const string Headers = "Headers";

    /// <summary>
    /// The address that Azure Static Web Apps saw, from <c>X-Forwarded-For</c> as the Functions host received it. The worker does not get
    /// that header itself (Azure/azure-functions-host#11254): it is in the trigger metadata that the host sends, under <c>Headers</c>, but
    /// only where nothing of the caller's has that name. A member of a JSON body, a parameter of the query and a value of the route come
    /// first there, so that the entry is believed only where none of them can exist.
    /// </summary>
    /// <param name="form">What came as the form of a POST; null for a question without a body.</param>
    /// <returns>Null where the address is not known for certain: such callers share a bucket of their own.</returns>
    public static IPAddress? Of(FunctionContext invocation, HttpRequest request, SentForm? form = null)
    {
        var hasForm = HttpMethods.IsPost(request.Method) && form is SentForm.Read;
        if (RequestBodyMiddleware.MayFollow(request) && !hasForm)
            return null;
        if (request.Query.Keys.Any(key => key.Equals(Headers, StringComparison.OrdinalIgnoreCase)))
            return null;
        var data = invocation.BindingContext.BindingData;
        return data.TryGetValue(Headers, out var headers) && headers is string json ? OfHeaders(json) : null;
    }

    /// <summary>
    /// Each proxy appends whom it was called by, so the last entry is written by the Functions front end and names Static Web Apps, and the
    /// one before it is written by Static Web Apps and names the donor. Entries further to the left are whatever the caller claims. With a
    /// single entry that one is it. Entries carry a port: <c>203.0.113.7:52987</c>, <c>[2001:db8::1]:443</c>.
    /// </summary>
    /// <param name="json">An object with the request's headers by name.</param>
    public static IPAddress? OfHeaders(string json)
    {
        try
        {
            using var headers = JsonDocument.Parse(json);
            var forwarded = headers.RootElement.EnumerateObject()
                .Where(header => header.Name.Equals("X-Forwarded-For", StringComparison.OrdinalIgnoreCase))
                .Where(header => header.Value.ValueKind == JsonValueKind.String)
                .Select(header => header.Value.GetString()!)
                .SingleOrDefault() ?? "";
            var hops = forwarded.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var hop = hops.Length > 1 ? hops[^2] : hops.FirstOrDefault();
            return IPEndPoint.TryParse(hop ?? "", out var end) ? end.Address : null;
        }
        // No object, or the header twice.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
