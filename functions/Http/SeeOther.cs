namespace Advocacy.Functions.Http;

/// <summary>303: the browser fetches the other address with GET, whatever the form's method was (RFC 9110, 15.4.4).</summary>
public sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
