namespace Advocacy.Theme.Shared;

/// <summary>What pages make of each other's addresses.</summary>
public static class PageUrls
{
    /// <summary>The address of one page of a list, from 1.</summary>
    public static string ListPage(string url, int number) => number == 1 ? url : $"{url}page/{number}/";

    /// <summary>The value of <c>aria-current</c> for a link in the navigation: this page, the section it is in, or neither.</summary>
    public static string? AriaCurrent(string link, string page) =>
        link == page ? "page"
        : link.Length > 1 && page.StartsWith(link, StringComparison.Ordinal) ? "true"
        : null;
}
