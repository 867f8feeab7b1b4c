using System.IO.Pipelines;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Advocacy.Functions.Http;

/// <summary>What came as a form.</summary>
public abstract record SentForm
{
    /// <summary>Bytes of a form's body, inclusive.</summary>
    public const int LargestBody = 64 * 1024;

    private const int MostFields = 50;
    private const int LongestName = 100;

    public sealed record Read(IFormCollection Fields) : SentForm;

    public sealed record TooLarge : SentForm;

    /// <param name="Status">400, or 415 where the content type is another than a form's.</param>
    public sealed record Unreadable(int Status) : SentForm;

    public static async Task<SentForm> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!IsForm(request))
            return new Unreadable(StatusCodes.Status415UnsupportedMediaType);
        try
        {
            if (await RequestBodyMiddleware.ReadAsync(request, LargestBody, cancellation) is not { } body)
                return new TooLarge();
            if (!LooksLikeAForm(body.Span))
                return new Unreadable(StatusCodes.Status400BadRequest);
            var reader = new FormPipeReader(PipeReader.Create(new(body)))
            {
                ValueCountLimit = MostFields, KeyLengthLimit = LongestName, ValueLengthLimit = LargestBody,
            };
            return new Read(new FormCollection(await reader.ReadFormAsync(cancellation)));
        }
        // More fields, longer names or other bytes than a form has.
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            return new Unreadable(StatusCodes.Status400BadRequest);
        }
    }

    private static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Every form of ours begins with a field's name. What does not could be JSON to the Functions host, whatever its content type says,
    /// and its members would stand where the host writes the request's headers (see <see cref="ClientAddress"/>).
    /// </summary>
    private static bool LooksLikeAForm(ReadOnlySpan<byte> body) => body.IsEmpty || char.IsAsciiLetter((char)body[0]);
}
