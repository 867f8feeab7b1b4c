namespace Advocacy.Generator.Documents.Hidden;

public static class HiddenContentSentence
{
    /// <returns>What was found, and where.</returns>
    public static string Of(HiddenContent content) => content.Place.Length > 0 ? $"{content.What} ({content.Place})" : content.What;
}
