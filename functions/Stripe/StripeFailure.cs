using System.Globalization;
using System.Net;
using Stripe;

namespace Advocacy.Functions.Stripe;

/// <summary>What went wrong between Stripe and us.</summary>
internal static class StripeFailure
{
    /// <summary>Whether the exception says that a request to Stripe failed.</summary>
    public static bool Is(Exception e) => e is StripeException or HttpRequestException or OperationCanceledException;

    /// <summary>
    /// Whether Stripe answered, and will answer the same request the same way: not while it is down, and not while it limits our rate.
    /// </summary>
    public static bool IsAboutTheRequest(StripeException e) =>
        e.HttpStatusCode is not (0 or HttpStatusCode.TooManyRequests) and < HttpStatusCode.InternalServerError;

    /// <returns>For the log: status, code and request id, which Stripe's support asks for, and never Stripe's message.</returns>
    public static string Describe(Exception e) => e is StripeException { HttpStatusCode: not 0 } answered
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"status {(int)answered.HttpStatusCode}, {CodeOf(answered)}, request {answered.StripeResponse?.RequestId ?? "none"}")
        : e.GetType().Name;

    private static string CodeOf(StripeException e) => e.StripeError?.Code ?? e.StripeError?.Type ?? "no code";
}
