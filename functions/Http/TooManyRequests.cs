using System.Globalization;

namespace Advocacy.Functions.Http;

/// <summary>429, with the header that says for how long.</summary>
public static class TooManyRequests
{
    /// <returns>Whole seconds to wait, for the page that a donor at a form gets.</returns>
    public static int Seconds(HttpContext context, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return seconds;
    }

    /// <summary>For programs.</summary>
    public static IResult Answer(HttpContext context, TimeSpan wait)
    {
        Seconds(context, wait);
        return Results.Text("Too many requests; wait a little.", statusCode: StatusCodes.Status429TooManyRequests);
    }
}
