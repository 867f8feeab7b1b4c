using System.Text.RegularExpressions;
using Advocacy.Generator.Loading.FrontMatter;

namespace Advocacy.Generator.Loading.Settings;

/// <summary>
/// E-mail addresses and telephone numbers, which become links. Whether anybody answers nobody can check here; a slip of the pen shows in
/// the form.
/// </summary>
public static partial class ContactDetails
{
    public static string Mail(Fields fields, string name)
    {
        var text = fields.Text(name);
        if (text.Length > 0 && !MailForm().IsMatch(text))
            fields.Problems.Add(fields.LineOf(name), $"{name} \"{text}\" is not an e-mail address", "write it as info@example.org");
        return text;
    }

    public static string? PhoneOrNull(Fields fields, string name)
    {
        var text = fields.TextOrNull(name);
        if (text is not null && !PhoneForm().IsMatch(text))
            fields.Problems.Add(
                fields.LineOf(name),
                $"{name} \"{text}\" is not a telephone number",
                "write it as +1 202 555 0100, or as +1 202 555 0100 ext. 12");
        return text;
    }

    [GeneratedRegex(@"^[^\s@:<>]+@[^\s@:<>.]+(\.[^\s@:<>.]+)+\z")]
    private static partial Regex MailForm();

    // The shortest numbers that are called have three digits.
    [GeneratedRegex(@"^\+?[ ().-]*([0-9][ ().-]*){3,}(([Ee]xt\.?|x|#) *[0-9]+)?\z")]
    private static partial Regex PhoneForm();
}
