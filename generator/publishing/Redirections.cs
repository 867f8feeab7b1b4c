using System.Collections.Immutable;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Reading;
using Advocacy.Theme.Content;

namespace Advocacy.Generator.Publishing;

/// <summary>Every old address with the new one.</summary>
public static class Redirections
{
    public static ImmutableArray<Redirect> Of(Organisation site, IEnumerable<Entry> entries, ImmutableArray<Planned> plan, Problems problems)
    {
        var pages = plan.Select(p => p.Url).ToHashSet(StringComparer.Ordinal);
        var redirects = new Dictionary<string, Redirect>(StringComparer.Ordinal);
        foreach (var redirect in site.Redirects)
            Add(redirect, problems);
        foreach (var entry in entries)
        {
            foreach (var from in entry.Content.RedirectFrom)
                Add(new Redirect(from, entry.Content.Url), entry.Problems);
        }
        return [.. redirects.Values];

        void Add(Redirect redirect, Problems place)
        {
            if (!redirect.From.StartsWith('/') || redirect.From.StartsWith("//", StringComparison.Ordinal) || redirect.From.Contains('*', StringComparison.Ordinal))
                place.Add(1, $"RedirectFrom \"{redirect.From}\" is not a path of this site", "write it as /old-address/");
            else if (redirect.From == "/api" || redirect.From.StartsWith("/api/", StringComparison.Ordinal))
                place.Add(1, $"RedirectFrom {redirect.From} is an address of the donations", "take it out");
            else if (pages.Contains(redirect.From))
                place.Add(1, $"RedirectFrom {redirect.From} is the address of a page", "take it out");
            else if (!redirects.TryAdd(redirect.From, redirect))
                place.Add(1, $"RedirectFrom {redirect.From} is on another page, too", "keep one of them");
        }
    }
}
