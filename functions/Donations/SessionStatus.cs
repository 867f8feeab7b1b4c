using System.Text.Json.Serialization;

namespace Advocacy.Functions.Donations;

/// <summary>What the thank-you page may know of a session: nothing about the donor. Null values are left out.</summary>
/// <param name="Status">As <see cref="PaymentState"/> has it; <c>unknown</c> or <c>unavailable</c> where nothing else is known.</param>
/// <param name="Interval"><c>once</c> or <c>monthly</c>.</param>
/// <param name="Amount">Whole minor units.</param>
/// <param name="Currency">ISO 4217, in upper case.</param>
public sealed record SessionStatus(string Status, string? Interval = null, long? Amount = null, string? Currency = null)
{
    /// <summary>Whether it will be the same for as long as a donor looks at the page.</summary>
    [JsonIgnore]
    public bool IsFinal => Status is not "pending";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SessionStatus))]
internal sealed partial class SessionStatusJson : JsonSerializerContext;
