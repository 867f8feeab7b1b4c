using Advocacy.Content.Settings;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Incremental;

/// <summary>What the build before planned for one edition: a page that shows the very same things is planned the same, and need not be compared with what was drawn.</summary>
public sealed class PlanCache
{
    private readonly Dictionary<string, (object[] Shown, PlannedPage[] Pages)> _pages = new(StringComparer.Ordinal);
    private (Words Words, SiteSettings Settings)? _frame;

    /// <summary>To be told before a plan.</summary>
    public void Begin(Words words, SiteSettings organization)
    {
        if (_frame is not { } frame || frame.Words != words || frame.Settings != organization)
            _pages.Clear();
        _frame = (words, organization);
    }

    /// <param name="shown">All that the pages are made of, besides words and organization.</param>
    public PlannedPage[] Same(string url, object[] shown, Func<PlannedPage[]> plan)
    {
        if (_pages.TryGetValue(url, out var before) && before.Shown.AsSpan().SequenceEqual(shown, ReferenceEqualityComparer.Instance))
            return before.Pages;
        var pages = plan();
        _pages[url] = (shown, pages);
        return pages;
    }
}
