namespace Advocacy.Theme.Shared;

/// <summary>Links that write a mail or call a number.</summary>
public static class ContactLinks
{
    private static readonly char[] _extension = ['e', 'E', 'x', '#'];

    /// <summary>An extension, behind <c>ext.</c>, <c>x</c> or <c>#</c>, is no part of the number that is called (RFC 3966, 5.3).</summary>
    public static string Telephone(string number)
    {
        var digits = number.Split(_extension, 2).Select(part => string.Concat(part.Where(c => c == '+' || char.IsAsciiDigit(c))));
        return "tel:" + string.Join(";ext=", digits);
    }

    public static string Mail(string address) => "mailto:" + address;

    public static string Mail(string address, string subject) => $"{Mail(address)}?subject={Uri.EscapeDataString(subject)}";
}
