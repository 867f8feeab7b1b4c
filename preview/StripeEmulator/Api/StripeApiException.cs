namespace Advocacy.Preview.StripeEmulator.Api;

/// <summary>Ends the work on a request at the first thing that is wrong with it, however deep that lies.</summary>
public sealed class StripeApiException(StripeResponse answer) : Exception(answer.Body.ToJsonString())
{
    public StripeApiException(string? code, string? param, string message) : this(StripeResponse.Refuse(code, param, message))
    {
    }

    public StripeResponse Response => answer;

    /// <param name="kind">As Stripe's messages name it, e.g. <c>payment_intent</c>.</param>
    public static StripeApiException Missing(string kind, string? id) =>
        new(StripeResponse.Refuse("resource_missing", "id", $"No such {kind}: '{id}'", 404));
}
