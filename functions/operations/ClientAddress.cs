using System.Net;

namespace Advocacy.Functions.Operations;

/// <summary>Whose request it is, as far as the proxies before us can be believed.</summary>
public static class ClientAddress
{
    /// <summary>
    /// The entry of <c>X-Forwarded-For</c> that Azure Static Web Apps wrote. Each proxy appends whom it was called by, so the last entry is written by the
    /// Functions front end and names Static Web Apps, and the one before it is written by Static Web Apps and names the donor. Entries further to the
    /// left are whatever the caller claims. With a single entry, as in the preview, that one is it.
    /// Entries carry a port: <c>203.0.113.7:52987</c>, <c>[2001:db8::1]:443</c>.
    /// </summary>
    public static IPAddress Of(HttpContext context)
    {
        var hops = context.Request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var hop = hops.Length > 1 ? hops[^2] : hops.FirstOrDefault();
        return IPEndPoint.TryParse(hop ?? "", out var end) ? end.Address : context.Connection.RemoteIpAddress ?? IPAddress.None;
    }
}
