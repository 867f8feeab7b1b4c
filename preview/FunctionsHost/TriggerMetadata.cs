using System.Globalization;
using System.Text;
using System.Text.Json;
using Advocacy.Preview.FunctionsHost.Rpc;
using Google.Protobuf.Collections;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>What the host says of a request to a worker, beside the request itself.</summary>
/// <remarks>
/// In the host's order, on which it depends who can write what: the members of a JSON body, the query, the route, and only then,
/// where the names are still free, <c>Query</c> and <c>Headers</c>. A caller who says <c>?headers=…</c> takes the place of the true ones.
/// https://github.com/Azure/azure-webjobs-sdk-extensions/blob/dev/src/WebJobs.Extensions.Http/HttpTriggerAttributeBindingProvider.cs
/// </remarks>
internal static class TriggerMetadata
{
    // The names are compared without regard to case, and keep the case in which they came first.
    private static readonly StringComparer _names = StringComparer.OrdinalIgnoreCase;

    /// <param name="body">Empty where the request has no length.</param>
    public static void Fill(
        MapField<string, TypedData> metadata, HttpRequest request, ReadOnlyMemory<byte> body, RouteValueDictionary route)
    {
        var data = new Dictionary<string, TypedData>(_names);
        AddMembers(data, body);
        foreach (var (name, values) in request.Query)
        {
            if (!_names.Equals(name, "code"))
                data[name] = Text(values[^1] ?? "");
        }
        foreach (var (name, value) in route)
        {
            if (value is not null)
                data[name] = Text(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
            else
                data.Remove(name);
        }
        data.TryAdd("Query", Object(request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value[^1] ?? ""))));
        data.TryAdd("Headers", Object(request.Headers.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()))));
        foreach (var (name, value) in data)
            metadata.Add(name, value);
    }

    /// <summary>The type of the content does not matter, only that the text looks like an object.</summary>
    private static void AddMembers(Dictionary<string, TypedData> data, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty || char.IsAsciiLetterOrDigit((char)body.Span[0]))
            return;
        // As the host reads it: in UTF-8, unless a byte order mark says otherwise, without the blanks around it.
        using var reader = new StreamReader(new MemoryStream(body.ToArray()), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var text = reader.ReadToEnd().Trim();
        if (!text.StartsWith('{') || !text.EndsWith('}'))
            return;
        try
        {
            using var json = JsonDocument.Parse(text, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            foreach (var member in json.RootElement.EnumerateObject())
            {
                if (Value(member.Value) is { } value)
                    data[member.Name] = value;
            }
        }
        catch (JsonException)
        {
            // A body that is no JSON is nothing unusual.
        }
    }

    private static TypedData? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new() { Json = element.GetRawText() },
        JsonValueKind.String => Text(element.GetString()!),
        JsonValueKind.Number => Text(element.GetRawText()),
        JsonValueKind.True => Text("True"),
        JsonValueKind.False => Text("False"),
        _ => null,
    };

    private static TypedData Text(string value) => new() { String = value };

    private static TypedData Object(IEnumerable<KeyValuePair<string, string>> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var (name, value) in members)
                json.WriteString(name, value);
            json.WriteEndObject();
        }
        return new() { Json = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) };
    }
}
