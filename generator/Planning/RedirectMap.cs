using System.Collections.Immutable;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;

namespace Advocacy.Generator.Planning;

/// <summary>Every old address with the new one.</summary>
public static class RedirectMap
{
    private const string Index = "/index.html";

    /// <param name="files">Addresses of what is published and is no page.</param>
    public static ImmutableArray<Redirect> Of(Input input, Gate gate, ImmutableArray<PlannedPage> plan, IReadOnlySet<string> files)
    {
        var pages = plan.Select(p => p.Url).ToHashSet(StringComparer.Ordinal);
        var redirects = new Dictionary<string, Redirect>(StringComparer.Ordinal);
        foreach (var redirect in input.Redirects)
            Add(redirect);
        foreach (var entry in input.Entries.Where(e => gate.Shows(e.Content)))
        {
            foreach (var from in entry.RedirectFrom)
                Add(new Located<Redirect>(new Redirect(from.Value, entry.Content.Url), from.Line, from.Problems));
        }
        foreach (var entry in input.Entries.Where(e => gate.Shows(e.Content) && !e.Documents.IsEmpty))
        {
            foreach (var redirect in DocumentRedirects.Of(entry, [.. entry.RedirectFrom.Select(from => from.Value).Where(redirects.ContainsKey)]))
            {
                if (!IsPage(redirect.From) && !files.Contains(redirect.From))
                    redirects.TryAdd(redirect.From, redirect);
            }
        }
        return [.. redirects.Values];

        void Add(Located<Redirect> placed)
        {
            var from = placed.Value.From;
            if (!from.StartsWith('/') || from.StartsWith("//", StringComparison.Ordinal) || from.AsSpan().ContainsAny("*?#"))
                placed.Problems.Add(placed.Line, $"the old address \"{from}\" is not a path of this site", "write it as /old-address/");
            else if (from == "/api" || from.StartsWith("/api/", StringComparison.Ordinal))
                placed.Problems.Add(placed.Line, $"the old address {from} is one of the donations", "take it out");
            else if (IsPage(from))
                placed.Problems.Add(placed.Line, $"the old address {from} is that of a page", "take it out");
            else if (files.Contains(from) || from.StartsWith("/assets/", StringComparison.Ordinal) || from.StartsWith("/.well-known/", StringComparison.Ordinal))
                placed.Problems.Add(placed.Line, $"the old address {from} is that of a file of the site", "take it out");
            else if (!redirects.TryAdd(from, placed.Value))
                placed.Problems.Add(placed.Line, $"the old address {from} is that of another page, too", "keep one of them");
        }

        // However a reader may write it.
        bool IsPage(string address) =>
            pages.Contains(address) || pages.Contains(address + "/") || address.EndsWith(Index, StringComparison.Ordinal) && pages.Contains(address[..^(Index.Length - 1)]);
    }
}
