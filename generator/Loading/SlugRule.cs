using Advocacy.Content;

namespace Advocacy.Generator.Loading;

/// <summary>Says what keeps a name from being a <see cref="Slug"/>.</summary>
internal static class SlugRule
{
    /// <returns>
    /// What is wrong, as the end of a sentence, and the nearest name that is right, null where only its writer can shorten it; null for a
    /// right name.
    /// </returns>
    public static (string What, string? Nearest)? Problem(string name)
    {
        if (Slug.IsOne(name))
            return null;
        if (name.Length > Slug.Longest)
            return ($"has {name.Length} characters, and the most is {Slug.Longest}", null);
        var nearest = Address.FitPart(name).Trim('-');
        return (
            name.Trim('-') == nearest ? "begins or ends with a hyphen" : "has other characters than a to z, 0 to 9 and -",
            Slug.IsOne(nearest) ? nearest : null);
    }

    /// <returns>How to fix the name of a file or folder.</returns>
    /// <param name="ending">What follows the name in that of the file.</param>
    public static string Fix(string name, string? nearest, string ending = "") =>
        nearest is not null ? $"rename it to {nearest}{ending}"
        : name.Length > Slug.Longest ? "shorten it"
        : "give it another name";
}
