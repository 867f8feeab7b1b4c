using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Advocacy.Functions.Ledger;

/// <summary>Facts as the ledgers store them.</summary>
internal static class FactText
{
    public static string Of(Fact fact) => JsonSerializer.Serialize(fact, FactJson.Default.Fact);

    public static string Of(ImmutableArray<Fact> facts) => JsonSerializer.Serialize(facts, FactJson.Default.ImmutableArrayFact);

    public static Fact Read(string text) =>
        JsonSerializer.Deserialize(text, FactJson.Default.Fact) ?? throw new JsonException("A fact is missing.");

    public static ImmutableArray<Fact> ReadAll(string text) => JsonSerializer.Deserialize(text, FactJson.Default.ImmutableArrayFact);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Fact))]
[JsonSerializable(typeof(ImmutableArray<Fact>))]
internal sealed partial class FactJson : JsonSerializerContext;
