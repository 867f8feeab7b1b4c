namespace Advocacy.Content;

/// <summary>Where the pages of a language edition begin.</summary>
public static class EditionRoot
{
    /// <summary>Of the edition in the site's own language.</summary>
    public const string Default = "/";
}
