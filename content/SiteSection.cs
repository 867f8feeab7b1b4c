namespace Advocacy.Content;

/// <summary>The first part of addresses within an edition. For press releases and petitions also the folder in <c>input/</c>.</summary>
public static class SiteSection
{
    public const string PressReleases = "press-releases/";
    public const string Petitions = "petitions/";
    public const string Topics = "topics/";
    public const string Search = "search/";
    public const string Campaigns = "campaigns/";
}
