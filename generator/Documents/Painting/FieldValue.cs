using UglyToad.PdfPig.Tokens;

namespace Advocacy.Generator.Documents.Painting;

/// <summary>What somebody filled into a field of a form, chose or ticked, as a reader sees it (ISO 32000-1, 12.7.4).</summary>
internal static class FieldValue
{
    private const string Ticked = "☑";
    private const string NotTicked = "☐";
    private const int PushButton = 1 << 16;
    private const int Password = 1 << 13;

    /// <returns>Null where the field holds nothing to read.</returns>
    public static string? Of(PdfObjects objects, DictionaryToken widget)
    {
        var flags = (objects.Inherited(widget, "Ff") as NumericToken)?.Int ?? 0;
        return (objects.Inherited(widget, "FT") as NameToken)?.Data switch
        {
            "Tx" when (flags & Password) == 0 => Words(objects.Inherited(widget, "V")),
            "Ch" => Chosen(objects, objects.Inherited(widget, "V"), objects.Inherited(widget, "Opt") as ArrayToken),
            "Btn" when (flags & PushButton) == 0 => IsOn(objects, widget) ? Ticked : NotTicked,
            _ => null,
        };
    }

    private static bool IsOn(PdfObjects objects, DictionaryToken widget) =>
        (objects.Entry(widget, "AS") ?? objects.Inherited(widget, "V")) is NameToken { Data: not "Off" };

    private static string? Chosen(PdfObjects objects, IToken? value, ArrayToken? options)
    {
        string?[] chosen = value is ArrayToken several ? [.. several.Data.Select(objects.Follow).Select(Words)] : [Words(value)];
        var shown = chosen.OfType<string>().Select(Shown).ToArray();
        return shown.Length > 0 ? string.Join(", ", shown) : null;

        // An option may be a pair: what is sent, and what is shown.
        string Shown(string sent) =>
            (options?.Data ?? []).Select(objects.Follow<ArrayToken>).FirstOrDefault(
                pair => pair is { Length: 2 } && Words(objects.Follow(pair[0])) == sent) is { } found
                ? Words(objects.Follow(found[1])) ?? sent
                : sent;
    }

    private static string? Words(IToken? token) => token switch
    {
        StringToken text when !string.IsNullOrWhiteSpace(text.Data) => text.Data.Trim(),
        HexToken text when !string.IsNullOrWhiteSpace(text.Data) => text.Data.Trim(),
        _ => null,
    };
}
