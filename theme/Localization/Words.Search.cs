using Advocacy.Content.Pages;

namespace Advocacy.Theme.Localization;

/// <summary>The words of the search.</summary>
public sealed partial class Words
{
    public string Search => Text();
    public string SearchFor => Text();
    public string SearchKind => Text();
    public string SearchYear => Text();
    public string SearchTopic => Text();
    public string AllKinds => Text();
    public string AllTopics => Text();
    public string NarrowSearch => Text();
    public string NoResults => Text();
    public string MoreResults => Text();
    public string Browse => Text();
    public string BrowseTopics => Text();
    public string SearchDescription(string name) => Fill([("name", name)]);
    public string SearchOutside(string engine) => Fill([("engine", engine)]);
    public string SearchFailed(string engine) => Fill([("engine", engine)]);
    public string Results(int count) => Count(count, []);
    public string Found(SearchKind kind) => OneOf(kind);

    /// <summary>
    /// A word that counts, as attributes for a script, which counts by itself: <c>data-one</c>, <c>data-other</c> and so on.
    /// </summary>
    public Dictionary<string, object> FormsOf(string word) => Enum.GetValues<Plural>()
        .Where(plural => Texts.ContainsKey($"{word}.{plural}"))
        .ToDictionary(plural => $"data-{plural.ToString().ToLowerInvariant()}", plural => (object)Texts[$"{word}.{plural}"]);
}
