using System.Text.Json.Nodes;

namespace Advocacy.Preview.StripeEmulator.Api;

/// <summary>Lists newest first, in pages, filtered by whatever parameters are left.</summary>
/// <remarks>https://docs.stripe.com/api/pagination</remarks>
public static class ListObject
{
    private const int UsualLimit = 10;
    private const int LargestLimit = 100;

    public static JsonObject Of(IEnumerable<JsonObject> newestFirst, JsonObject parameters, string url)
    {
        var limit = parameters["limit"] is null ? UsualLimit : parameters.Number("limit");
        if (limit is < 1 or > LargestLimit)
            throw new StripeApiException(null, "limit", $"Invalid limit: must be between 1 and {LargestLimit}, not {limit}");

        var found = newestFirst.Where(known => parameters.All(parameter => Fits(known, parameter.Key, parameter.Value))).ToList();
        var (rest, backwards) = (parameters.Text("starting_after"), parameters.Text("ending_before")) switch
        {
            ({ } after, _) => (found.Skip(PlaceOf(found, after, "starting_after") + 1).ToList(), false),
            (_, { } before) => (found.Take(PlaceOf(found, before, "ending_before")).Reverse().ToList(), true),
            _ => (found, false),
        };
        var page = rest.Take((int)limit);
        return new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. (backwards ? page.Reverse() : page).Select(StripeStore.Public)]),
            ["has_more"] = rest.Count > limit,
            ["url"] = url,
        };
    }

    private static int PlaceOf(List<JsonObject> found, string id, string param) =>
        found.FindIndex(known => known.Id() == id) is var place and >= 0
            ? place
            : throw new StripeApiException("resource_missing", param, $"No such object: '{id}'");

    private static bool Fits(JsonObject known, string name, JsonNode? wanted) => name switch
    {
        "limit" or "starting_after" or "ending_before" or "expand" => true,
        "created" or "arrival_date" when wanted is JsonObject range =>
            range.All(bound => IsWithin(known.Number(name), bound.Key, (long)bound.Value!)),
        "types" => wanted!.AsArray().Any(type => Matches(known.Text("type")!, (string)type!)),
        "type" when known.Text("object") == "event" => Matches(known.Text("type")!, (string)wanted!),
        "status" when (string)wanted! == "all" => true,
        "subscription" when known.Text("object") == "invoice" =>
            known["parent"]?["subscription_details"]?["subscription"]?.ToString() == (string)wanted!,
        // The payout of a balance transaction is asked for, but not shown.
        "payout" => known.Text("_payout") == (string)wanted!,
        _ when wanted is JsonObject inner => known.Hash(name) is { } part && inner.All(member => Fits(part, member.Key, member.Value)),
        _ => known[name]?.ToString() == wanted!.ToString(),
    };

    private static bool Matches(string type, string wanted) =>
        type == wanted || (wanted.EndsWith(".*", StringComparison.Ordinal) && type.StartsWith(wanted[..^1], StringComparison.Ordinal));

    private static bool IsWithin(long value, string bound, long limit) => bound switch
    {
        "gt" => value > limit,
        "gte" => value >= limit,
        "lt" => value < limit,
        _ => value <= limit,
    };
}
