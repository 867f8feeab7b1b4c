using System.Text.Json.Nodes;

namespace Advocacy.Preview.StripeEmulator.Api;

/// <summary>What the API answers.</summary>
public sealed record StripeResponse(int Status, JsonObject Body)
{
    public bool IsRefusal => Status >= 400;

    /// <param name="param">As it was written, e.g. <c>line_items[0][quantity]</c>; null where no single one is to blame.</param>
    /// <remarks>https://docs.stripe.com/api/errors and https://docs.stripe.com/error-codes</remarks>
    public static StripeResponse Refuse(
        string? code, string? param, string message, int status = 400, string type = "invalid_request_error")
    {
        var error = new JsonObject { ["type"] = type, ["message"] = message };
        if (code is not null)
            error["code"] = code;
        if (param is not null)
            error["param"] = param;
        return new(status, new JsonObject { ["error"] = error });
    }
}
