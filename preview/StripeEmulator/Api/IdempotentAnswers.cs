namespace Advocacy.Preview.StripeEmulator.Api;

/// <summary>Gives a request that comes again with its key the answer it had. Not for several threads.</summary>
/// <remarks>https://docs.stripe.com/api/idempotent_requests: a request that fails validation leaves no answer behind.</remarks>
public sealed class IdempotentAnswers
{
    private const int LongestKey = 255;

    private readonly Dictionary<string, (string Request, StripeResponse StripeResponse)> _given = [];

    /// <param name="request">Method, path and body: all that must be the same.</param>
    /// <returns>Null where the key is new.</returns>
    public StripeResponse? Find(string key, string request)
    {
        if (key.Length > LongestKey)
            return Refuse($"Idempotency keys can be at most {LongestKey} characters long.");
        if (!_given.TryGetValue(key, out var given))
            return null;
        return given.Request == request
            ? given.StripeResponse
            : Refuse("Keys for idempotent requests can only be used with the same parameters they were first used with. "
                + $"Try using a key other than '{key}' if you meant to execute a different request.");
    }

    private static StripeResponse Refuse(string message) => StripeResponse.Refuse(null, null, message, type: "idempotency_error");

    public void Keep(string key, string request, StripeResponse answer)
    {
        if (!answer.IsRefusal)
            _given.TryAdd(key, (request, answer));
    }
}
