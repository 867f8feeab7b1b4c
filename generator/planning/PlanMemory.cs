using Advocacy.Theme.Content;
using Advocacy.Theme.Wording;

namespace Advocacy.Generator.Planning;

/// <summary>What the build before planned for one edition: a page that shows the very same things is planned the same, and need not be compared with what was drawn.</summary>
public sealed class PlanMemory
{
    private readonly Dictionary<string, (object[] Shown, Planned[] Pages)> _pages = new(StringComparer.Ordinal);
    private (Words Words, Organisation Organisation)? _frame;

    /// <summary>To be told before a plan.</summary>
    public void Begin(Words words, Organisation organisation)
    {
        if (_frame is not { } frame || frame.Words != words || frame.Organisation != organisation)
            _pages.Clear();
        _frame = (words, organisation);
    }

    /// <param name="shown">All that the pages are made of, besides words and organisation.</param>
    public Planned[] Same(string url, object[] shown, Func<Planned[]> plan)
    {
        if (_pages.TryGetValue(url, out var before) && before.Shown.AsSpan().SequenceEqual(shown, ReferenceEqualityComparer.Instance))
            return before.Pages;
        var pages = plan();
        _pages[url] = (shown, pages);
        return pages;
    }
}
