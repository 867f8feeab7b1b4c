using System.Text.Json;
using System.Text.Json.Serialization;

namespace Advocacy.Content.GivingData;

/// <summary>A zone is known by its IANA name.</summary>
internal sealed class ZoneConverter : JsonConverter<TimeZoneInfo>
{
    public override TimeZoneInfo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeZoneInfo.FindSystemTimeZoneById(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, TimeZoneInfo value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Id);
}
