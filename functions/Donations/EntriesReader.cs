using Advocacy.Theme.Views;
using Microsoft.Extensions.Primitives;

namespace Advocacy.Functions.Donations;

/// <summary>Takes the fields out of a form, harmless to show again, and not yet checked.</summary>
public static class EntriesReader
{
    /// <summary>Characters of one field; no field needs as many.</summary>
    public const int Longest = 200;

    /// <param name="form">A form, or an address that leads back to it.</param>
    public static FormEntries Read(IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        var fields = form.ToDictionary(field => field.Key, field => field.Value, StringComparer.OrdinalIgnoreCase);
        return new()
        {
            Campaign = Field(fields, "campaign"),
            Amount = Field(fields, "amount"),
            OtherAmount = Field(fields, "other_amount"),
            Frequency = Field(fields, "frequency"),
            CoverFee = Field(fields, "cover_fee"),
            Designation = Field(fields, "designation"),
            Tribute = Field(fields, "tribute"),
            TributeName = Field(fields, "tribute_name"),
            From = Field(fields, "from"),
            Language = Field(fields, "language"),
        };
    }

    // A field sent twice is its values with a comma between, which no check takes for a value.
    private static string? Field(Dictionary<string, StringValues> fields, string name)
    {
        if (!fields.TryGetValue(name, out var values))
            return null;
        var text = values.ToString();
        return SingleLineText.Clean(text.Length > Longest ? text[..Longest] : text);
    }
}
