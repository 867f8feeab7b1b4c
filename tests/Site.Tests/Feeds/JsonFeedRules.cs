using System.Globalization;
using System.Text.Json;

namespace Advocacy.Tests.Site.Feeds;

/// <summary>What JSON Feed 1.1 asks: which names an object may and must have, and the form of each value.</summary>
public static class JsonFeedRules
{
    private delegate bool Form(JsonElement value);

    private static readonly Dictionary<string, Form> _author = new() { ["name"] = Words, ["url"] = Address, ["avatar"] = Address };

    private static readonly Dictionary<string, Form> _item = new()
    {
        ["id"] = Words,
        ["url"] = Address,
        ["title"] = Words,
        ["content_text"] = Words,
        ["content_html"] = Words,
        ["summary"] = Words,
        ["image"] = Address,
        ["date_published"] = Instant,
        ["date_modified"] = Instant,
        ["language"] = Words,
        ["tags"] = Many(Words),
        ["authors"] = Many(Authored),
    };

    private static readonly Dictionary<string, Form> _feed = new()
    {
        ["version"] = v => v.ValueEquals("https://jsonfeed.org/version/1.1"),
        ["title"] = Words,
        ["home_page_url"] = Address,
        ["feed_url"] = Address,
        ["description"] = Words,
        ["icon"] = Address,
        ["favicon"] = Address,
        ["language"] = Words,
        ["authors"] = Many(Authored),
        ["items"] = Many(_ => true),
    };

    /// <returns>Each mistake, by its place.</returns>
    public static IEnumerable<string> Mistakes(JsonElement feed)
    {
        var mistakes = Of(feed, "feed", _feed, "version", "title", "items").ToList();
        if (!feed.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            return mistakes;
        var ids = new HashSet<string?>();
        foreach (var (number, item) in items.EnumerateArray().Index())
        {
            mistakes.AddRange(Of(item, $"item {number}", _item, "id"));
            if (!item.TryGetProperty("content_text", out _) && !item.TryGetProperty("content_html", out _))
                mistakes.Add($"item {number}: no content");
            if (item.TryGetProperty("id", out var id) && !ids.Add(id.ToString()))
                mistakes.Add($"item {number}: the id of another");
        }
        return mistakes;
    }

    private static IEnumerable<string> Of(JsonElement value, string place, Dictionary<string, Form> forms, params string[] needed) =>
    [
        .. needed.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{place}: no {name}"),
        .. value.EnumerateObject().Where(p => !forms.ContainsKey(p.Name)).Select(p => $"{place}: {p.Name} is not known"),
        .. value.EnumerateObject().Where(p => forms.TryGetValue(p.Name, out var form) && !form(p.Value))
            .Select(p => $"{place}: {p.Name} is {p.Value}"),
    ];

    private static Form Many(Form one) => value => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => one(v));

    private static bool Authored(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any() && !Of(value, "", _author).Any();

    private static bool Words(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString()!.Trim().Length > 0;

    private static bool Address(JsonElement value) =>
        Words(value) && Uri.TryCreate(value.GetString(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";

    private static bool Instant(JsonElement value)
    {
        string[] forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:sszzz"];
        return Words(value)
            && DateTimeOffset.TryParseExact(value.GetString(), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }
}
