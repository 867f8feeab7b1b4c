using System.Text.Json.Serialization;

namespace Advocacy.Theme.Giving;

/// <summary>JSON without reflection, so that it works in a program compiled ahead of time.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, NewLine = "\n", IgnoreReadOnlyProperties = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true, Converters = [typeof(ZoneConverter)])]
[JsonSerializable(typeof(GivingFile))]
internal sealed partial class GivingJson : JsonSerializerContext;
