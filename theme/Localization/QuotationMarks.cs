namespace Advocacy.Theme.Localization;

/// <summary>As a language sets them around a quotation, and around one within it.</summary>
public sealed record QuotationMarks(string Open, string Close, string InnerOpen, string InnerClose)
{
    /// <returns>Null where the text is not four marks with spaces between.</returns>
    public static QuotationMarks? Of(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var open, var close, var innerOpen, var innerClose]
            ? new(open, close, innerOpen, innerClose)
            : null;
}
