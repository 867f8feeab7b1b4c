using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Advocacy.Functions.Webhooks;
using Stripe;

namespace Advocacy.Functions.Finance;

/// <summary>
/// Stripe's list of events, read as if each were delivered, and not typed: the list has them in the version of the API that the account
/// had then, and one of another shape must not spoil the others.
/// </summary>
internal static class ListedEvents
{
    /// <param name="since">Inclusive, whole seconds.</param>
    /// <returns>Newest first, of the types that we take.</returns>
    /// <exception cref="StripeException">
    /// Stripe did not answer. Also <see cref="HttpRequestException"/> and <see cref="OperationCanceledException"/>.
    /// </exception>
    public static async IAsyncEnumerable<ListedEvent> ReadAsync(
        StripeClient stripe, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var (after, hasMore) = ("", true); hasMore;)
        {
            var path = PathOf(since) + after;
            var response = await stripe.RawRequestAsync(HttpMethod.Get, path, cancellationToken: cancellation);
            using var page = Parse(response);
            var last = "";
            foreach (var listed in page.RootElement.GetProperty("data").EnumerateArray())
            {
                var one = Read(listed);
                last = one.Id;
                yield return one;
            }
            hasMore = last.Length > 0 && page.RootElement.GetProperty("has_more").GetBoolean();
            after = $"&starting_after={last}";
        }
    }

    private static string PathOf(DateTimeOffset since)
    {
        var types = string.Concat(EventKinds.Types.Select((type, i) => $"&types[{i}]={type}"));
        return string.Create(CultureInfo.InvariantCulture, $"/v1/events?created[gte]={since.ToUnixTimeSeconds()}&limit=100{types}");
    }

    private static JsonDocument Parse(StripeResponse response)
    {
        try
        {
            var page = JsonDocument.Parse(response.Content);
            if (page.RootElement.GetProperty("data").ValueKind == JsonValueKind.Array)
                return page;
            page.Dispose();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // The same as a list of another shape.
        }
        throw new StripeException(response.StatusCode, null, "It is no list of events.") { StripeResponse = response };
    }

    private static ListedEvent Read(JsonElement listed) => new(
        listed.GetProperty("id").GetString() ?? "",
        listed.GetProperty("type").GetString() ?? "",
        DateTimeOffset.FromUnixTimeSeconds(listed.GetProperty("created").GetInt64()),
        EventReader.Read(listed));
}

/// <param name="Hint">Null where it is no event that we can read.</param>
internal sealed record ListedEvent(string Id, string Type, DateTimeOffset Created, EventHint? Hint);
