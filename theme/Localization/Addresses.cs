using Advocacy.Content.Documents;

namespace Advocacy.Theme.Localization;

/// <summary>Values of <c>href</c> and <c>type</c>.</summary>
public static class Addresses
{
    private static readonly char[] _extension = ['e', 'E', 'x', '#'];

    /// <summary>An extension, behind <c>ext.</c>, <c>x</c> or <c>#</c>, is no part of the number that is called (RFC 3966, 5.3).</summary>
    public static string Telephone(string number)
    {
        var digits = number.Split(_extension, 2).Select(part => string.Concat(part.Where(c => c == '+' || char.IsAsciiDigit(c))));
        return "tel:" + string.Join(";ext=", digits);
    }

    public static string Mail(string address) => "mailto:" + address;

    public static string Mail(string address, string subject) =>
        $"mailto:{address}?subject={Uri.EscapeDataString(subject)}";

    /// <summary>The address of one page of a list, from 1.</summary>
    public static string ListPage(string url, int number) => number == 1 ? url : $"{url}page/{number}/";

    /// <summary>
    /// How a gift names the page that its donor came from: a press release by the last part of its address, a petition with <c>petition/</c> before
    /// it, since both may bear one name.
    /// </summary>
    public static string Source(string url) => url.TrimEnd('/').Split('/') switch
    {
        [.., "petitions", var petition] => $"petition/{petition}",
        [.., var release] => release,
        [] => "",
    };

    /// <summary>Null where the browser should find out by itself.</summary>
    public static string? MediaType(Download file) => file.Kind switch
    {
        "PDF" => "application/pdf",
        "ZIP" => "application/zip",
        _ => null,
    };

    /// <summary>The value of <c>aria-current</c> for a link in the navigation: this page, the section it is in, or neither.</summary>
    public static string? Current(string link, string page) =>
        link == page ? "page"
        : link.Length > 1 && page.StartsWith(link, StringComparison.Ordinal) ? "true"
        : null;
}
