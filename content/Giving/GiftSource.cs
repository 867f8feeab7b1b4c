namespace Advocacy.Content.Giving;

/// <summary>
/// How a gift names the page that its donor came from: a press release by the last part of its address, a petition with
/// <c>petition/</c> before it, since both may have one name. The generator links with it, and the donations record it.
/// </summary>
public static class GiftSource
{
    private const string Petition = "petition/";

    public static string OfRelease(string url) => url.TrimEnd('/').Split('/')[^1];

    public static string OfPetition(string url) => Petition + OfRelease(url);

    /// <summary>Whether a text is the <see cref="Slug"/> of a press release, or of a petition with <c>petition/</c> before it.</summary>
    public static bool IsOne(string? text) =>
        Slug.IsOne(text is not null && text.StartsWith(Petition, StringComparison.Ordinal) ? text[Petition.Length..] : text);
}
