using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Advocacy.Preview.StripeEmulator.Api;

/// <summary>Holds parameters to what the pinned version of the API knows, which Stripe's own client says with its types.</summary>
public static class Parameters
{
    private const int MetadataKeys = 50;
    private const int MetadataKeyLength = 40;
    private const int MetadataValueLength = 500;

    /// <summary>What the client of .NET adds to every request, though its types do not name it.</summary>
    private static readonly string[] _always = ["expand"];

    /// <param name="options">A type of Stripe.net, e.g. <c>SessionCreateOptions</c>.</param>
    /// <returns>The parameters with numbers, truths and lists as such.</returns>
    /// <exception cref="StripeApiException">One of them is unknown or of the wrong kind.</exception>
    public static JsonObject Read(JsonObject raw, Type options) => ReadHash(raw, options, "");

    private static JsonNode? ReadValue(JsonNode? raw, Type declared, string path)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.IsGenericType && type.GetGenericTypeDefinition().Name.StartsWith("AnyOf", StringComparison.Ordinal))
            return ReadEither(raw, type.GetGenericArguments(), path);
        if (type == typeof(Dictionary<string, string>))
            return ReadMetadata(raw as JsonObject ?? throw Invalid(null, path, $"Invalid {path}: must be a hash."), path);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
            return ReadList(raw as JsonObject ?? throw Invalid(null, path, "Invalid array"), type.GetGenericArguments()[0], path);
        if (type.IsClass && type != typeof(string) && type != typeof(object))
            return ReadHash(raw as JsonObject ?? throw Invalid(null, path, "Invalid object"), type, path);
        if (raw is not JsonValue)
            throw Invalid(null, path, $"Invalid {(type == typeof(string) ? "string" : "value")}: {raw?.ToJsonString()}");
        return ReadScalar((string)raw!, type, path);
    }

    private static JsonValue ReadScalar(string text, Type type, string path)
    {
        if (text.Length == 0)
        {
            throw Invalid("parameter_invalid_empty", path,
                $"You passed an empty string for '{path}'. We assume empty values are an attempt to unset a field; "
                + $"however '{path}' cannot be unset. You should remove '{path}' from your request or supply a non-empty value.");
        }
        if (type == typeof(long) || type == typeof(DateTime))
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole)
                : type == typeof(long) ? throw Invalid("parameter_invalid_integer", path, $"Invalid integer: {text}")
                : throw Invalid(null, path, $"Invalid timestamp: must be an integer Unix timestamp, not {text}");
        }
        if (type == typeof(decimal))
        {
            return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                ? JsonValue.Create(text)
                : throw Invalid(null, path, $"Invalid decimal: {text}");
        }
        if (type == typeof(bool))
            return text is "true" or "false" ? JsonValue.Create(text == "true") : throw Invalid(null, path, $"Invalid boolean: {text}");
        return JsonValue.Create(text);
    }

    private static JsonObject ReadHash(JsonObject raw, Type type, string path)
    {
        var known = Known(type);
        var read = new JsonObject();
        foreach (var (name, value) in raw)
        {
            var at = path.Length == 0 ? name : $"{path}[{name}]";
            if (!known.TryGetValue(name, out var declared))
                throw Invalid("parameter_unknown", at, $"Received unknown parameter: {at}");
            read[name] = ReadValue(value, declared, at);
        }
        return read;
    }

    private static JsonArray ReadList(JsonObject raw, Type type, string path) =>
        new([.. raw.Select(item => int.TryParse(item.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? ReadValue(item.Value, type, $"{path}[{item.Key}]")
            : throw Invalid(null, path, "Invalid array"))]);

    private static JsonObject ReadMetadata(JsonObject raw, string path)
    {
        if (raw.Count > MetadataKeys)
            throw Invalid(null, path, $"You can only have up to {MetadataKeys} metadata keys, but you passed {raw.Count}.");
        var read = new JsonObject();
        foreach (var (key, value) in raw)
        {
            var at = $"{path}[{key}]";
            if (value is not JsonValue)
                throw Invalid(null, at, "Metadata values must be strings.");
            if (key.Length > MetadataKeyLength)
            {
                throw Invalid(null, path,
                    $"Metadata keys can have up to {MetadataKeyLength} characters, "
                    + $"but you passed in a key that is {key.Length} characters. Invalid key: {key}");
            }
            var text = (string)value!;
            if (text.Length > MetadataValueLength)
            {
                throw Invalid(null, at,
                    $"Metadata values can have up to {MetadataValueLength} characters, "
                    + $"but you passed in a value that is {text.Length} characters.");
            }
            // An empty value takes the key away.
            if (text.Length > 0)
                read[key] = text;
        }
        return read;
    }

    private static JsonNode? ReadEither(JsonNode? raw, Type[] types, string path) =>
        ReadValue(raw, types.First(type => IsHash(type) == raw is JsonObject), path);

    private static bool IsHash(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsClass: true } inner && inner != typeof(string);

    private static Dictionary<string, Type> Known(Type type)
    {
        var known = type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(property => (property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name, property.PropertyType))
            .Where(property => property.Name is not null)
            .ToDictionary(property => property.Name!, property => property.PropertyType);
        foreach (var name in _always)
            known.TryAdd(name, typeof(List<string>));
        return known;
    }

    private static StripeApiException Invalid(string? code, string path, string message) => new(code, path, message);
}
