using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Advocacy.Content.Pages;

namespace Advocacy.Content.GivingData;

/// <summary>A listing is written as the array it is.</summary>
internal sealed class PictureSourcesConverter : JsonConverter<EquatableArray<PictureSource>>
{
    public override EquatableArray<PictureSource> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, Array(options));

    public override void Write(Utf8JsonWriter writer, EquatableArray<PictureSource> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Items, Array(options));

    private static JsonTypeInfo<ImmutableArray<PictureSource>> Array(JsonSerializerOptions options) =>
        (JsonTypeInfo<ImmutableArray<PictureSource>>)options.GetTypeInfo(typeof(ImmutableArray<PictureSource>));
}
