using System.Globalization;

namespace Advocacy.Functions.Operations;

/// <summary>429 for programs; a donor at a form gets a page instead.</summary>
public static class TooMany
{
    public static IResult Answer(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        return Results.Text("Too many requests; wait a little.", statusCode: StatusCodes.Status429TooManyRequests);
    }
}
