using Advocacy.Theme.Content;

namespace Advocacy.Theme.Wording;

/// <summary>Values of <c>href</c> and <c>type</c>.</summary>
public static class Addresses
{
    public static string Telephone(string number) =>
        "tel:" + string.Concat(number.Where(c => c == '+' || char.IsAsciiDigit(c)));

    public static string Mail(string address) => "mailto:" + address;

    public static string Mail(string address, string subject) =>
        $"mailto:{address}?subject={Uri.EscapeDataString(subject)}";

    /// <summary>The address of one page of a list, from 1.</summary>
    public static string ListPage(string url, int number) => number == 1 ? url : $"{url}page/{number}/";

    /// <summary>The last part of a page's address.</summary>
    public static string Slug(string url) => url.TrimEnd('/').Split('/')[^1];

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
