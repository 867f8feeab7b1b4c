using Advocacy.Theme.Giving;

namespace Advocacy.Functions.Gifts;

/// <summary>Takes the fields out of a form, harmless to show again, and not yet checked.</summary>
public static class EntriesReader
{
    /// <summary>Characters of one field; no field needs as many.</summary>
    public const int Longest = 200;

    public static Entries Read(IFormCollection form) => new()
    {
        Campaign = Field(form, "campaign"),
        Amount = Field(form, "amount"),
        OtherAmount = Field(form, "other_amount"),
        Frequency = Field(form, "frequency"),
        CoverFee = Field(form, "cover_fee"),
        Designation = Field(form, "designation"),
        Tribute = Field(form, "tribute"),
        TributeName = Field(form, "tribute_name"),
        From = Field(form, "from"),
        Language = Field(form, "language"),
    };

    // A field sent twice is its values with a comma between, which no check takes for a value.
    private static string? Field(IFormCollection form, string name)
    {
        if (!form.TryGetValue(name, out var values))
            return null;
        var text = values.ToString();
        return PlainText.Clean(text.Length > Longest ? text[..Longest] : text);
    }
}
