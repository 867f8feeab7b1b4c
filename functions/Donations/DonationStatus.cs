using System.Text.RegularExpressions;
using Advocacy.Functions.Http;
using Advocacy.Functions.Stripe;

namespace Advocacy.Functions.Donations;

/// <summary>What the thank-you page asks: has the gift arrived, and what was it? Nothing about the donor.</summary>
public sealed partial class DonationStatus(SessionStatusCache sessions, StatusLimit limit, ILogger<DonationStatus> log)
{
    [Function(nameof(DonationStatus))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "donations/{session}")] HttpRequest request, FunctionContext invocation)
    {
        var session = (string)request.RouteValues["session"]!;
        if (!SessionId().IsMatch(session))
            return Answer(null);
        if (sessions.Find(session) is (true, var known))
            return Answer(known);
        if (limit.Take(ClientAddress.Of(invocation, request)) is { } wait)
            return TooManyRequests.Answer(request.HttpContext, wait);
        try
        {
            return Answer(await sessions.ReadAsync(session, request.HttpContext.RequestAborted));
        }
        catch (Exception e) when (StripeFailure.Is(e))
        {
            NotAnswered(log, StripeFailure.Describe(e));
            return Answer(new("unavailable"), StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Answer(SessionStatus? status) =>
        status is null ? Answer(new("unknown"), StatusCodes.Status404NotFound) : Answer(status, StatusCodes.Status200OK);

    private static IResult Answer(SessionStatus status, int code) =>
        Results.Json(status, SessionStatusJson.Default.SessionStatus, "application/json", code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stripe did not say how a session stands: {Failure}")]
    private static partial void NotAnswered(ILogger log, string failure);

    // With such an id no other path of Stripe's can be reached.
    [GeneratedRegex(@"\Acs_(test|live)_[A-Za-z0-9]{1,200}\z")]
    private static partial Regex SessionId();
}
