namespace Advocacy.Content.Settings;

/// <summary>
/// Where the search form leads without a script. It has to take the site to look in as a field of its own, since nothing can be put
/// before the reader's words; and to be one that readers of this site, some of whom are in danger, need not fear for what they look for.
/// </summary>
public static class SearchEngine
{
    public const string Name = "DuckDuckGo";
    public const string Origin = "https://duckduckgo.com";
    public const string Address = Origin + "/";
}
