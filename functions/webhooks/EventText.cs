using System.Text;
using Stripe;

namespace Advocacy.Functions.Webhooks;

/// <summary>A body as an event of Stripe's.</summary>
internal static class EventText
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null if it is none: no JSON, an array, a thin event, or of another shape.</returns>
    public static Event? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return EventUtility.ParseEvent(_strict.GetString(body), throwOnApiVersionMismatch: false) is { Id: { } id, Type: not null, Object: "event" } told
                && StripeValue.IsId(id) ? told : null;
        }
#pragma warning disable CA1031 // Do not catch general exception types: only Stripe's converters run here, and they throw whatever they stumble over.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
