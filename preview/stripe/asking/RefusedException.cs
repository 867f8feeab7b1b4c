namespace Advocacy.Preview.Stripe.Asking;

/// <summary>Ends the work on a request at the first thing that is wrong with it, however deep that lies.</summary>
public sealed class RefusedException(Answer answer) : Exception(answer.Body.ToJsonString())
{
    public RefusedException(string? code, string? param, string message) : this(Answer.Refuse(code, param, message))
    {
    }

    public Answer Answer => answer;

    /// <param name="kind">As Stripe's messages name it, e.g. <c>payment_intent</c>.</param>
    public static RefusedException Missing(string kind, string? id) =>
        new(Answer.Refuse("resource_missing", "id", $"No such {kind}: '{id}'", 404));
}
