using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Advocacy.Content.Pages;

namespace Advocacy.Content.GivingData;

/// <summary>JSON without reflection, so that it works in a program compiled ahead of time.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, NewLine = "\n", IgnoreReadOnlyProperties = true, RespectNullableAnnotations = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true,
    Converters = [typeof(ZoneConverter), typeof(PictureSourcesConverter)])]
[JsonSerializable(typeof(GivingFile))]
[JsonSerializable(typeof(ImmutableArray<PictureSource>))]
internal sealed partial class GivingJson : JsonSerializerContext;
