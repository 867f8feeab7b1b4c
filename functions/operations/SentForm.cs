using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Advocacy.Functions.Operations;

/// <summary>What came as a form.</summary>
public abstract record SentForm
{
    private const int MostFields = 50;

    private static readonly FormOptions _limits = new()
    {
        ValueCountLimit = MostFields, KeyLengthLimit = 100, ValueLengthLimit = Hosting.LargestBody, BufferBodyLengthLimit = Hosting.LargestBody,
    };

    public sealed record Read(IFormCollection Fields) : SentForm;

    public sealed record TooLarge : SentForm;

    /// <param name="Status">400, or 415 where the content type is another than a form's.</param>
    public sealed record Unreadable(int Status) : SentForm;

    public static async Task<SentForm> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return new Unreadable(StatusCodes.Status415UnsupportedMediaType);
        if (request.ContentLength > Hosting.LargestBody)
            return new TooLarge();
        try
        {
            request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, _limits));
            return new Read(await request.ReadFormAsync(cancellation));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new TooLarge();
        }
        // More fields, longer names or other bytes than a form has.
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            return new Unreadable(StatusCodes.Status400BadRequest);
        }
    }
}
