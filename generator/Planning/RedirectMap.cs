using System.Collections.Immutable;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;

namespace Advocacy.Generator.Planning;

/// <summary>Every old address with the new one.</summary>
/// <param name="Rejected">Redirects that cannot be, and why.</param>
internal sealed record RedirectMap(ImmutableArray<Redirect> Redirects, ImmutableArray<RejectedRedirect> Rejected)
{
    /// <param name="plan">Every page.</param>
    /// <param name="files">Addresses of what is published and is no page.</param>
    public static RedirectMap Of(Input input, Gate gate, IEnumerable<PlannedPage> plan, IReadOnlySet<string> files)
    {
        var addresses = new TakenAddresses(plan.Select(p => p.Url).ToHashSet(StringComparer.Ordinal), files);
        var redirects = new Dictionary<string, Redirect>(StringComparer.Ordinal);
        var rejected = ImmutableArray.CreateBuilder<RejectedRedirect>();
        Entry[] shown = [.. input.Entries.Where(e => gate.Shows(e.Content))];
        foreach (var redirect in input.Redirects.Concat(shown.SelectMany(Written)))
        {
            if (addresses.ReasonToReject(redirect.Value.From) is var (what, fix))
                rejected.Add(new RejectedRedirect(redirect, what, fix));
            else if (!redirects.TryAdd(redirect.Value.From, redirect.Value))
                rejected.Add(new RejectedRedirect(
                    redirect,
                    $"the old address {redirect.Value.From} is that of another page, too",
                    "keep one of them"));
        }
        foreach (var entry in shown.Where(e => !e.Documents.IsEmpty))
        {
            var former = entry.RedirectFrom.Select(from => from.Value).Where(redirects.ContainsKey);
            foreach (var redirect in DocumentRedirects.Of(entry, [.. former]).Where(r => !addresses.Contains(r.From)))
                redirects.TryAdd(redirect.From, redirect);
        }
        return new RedirectMap([.. redirects.Values], rejected.ToImmutable());
    }

    private static IEnumerable<Located<Redirect>> Written(Entry entry) =>
        entry.RedirectFrom.Select(from => new Located<Redirect>(new Redirect(from.Value, entry.Content.Url), from.Line, from.Problems));

    private sealed record TakenAddresses(HashSet<string> Pages, IReadOnlySet<string> Files)
    {
        private const string Index = "/index.html";

        public bool Contains(string address) => IsPage(address) || Files.Contains(address);

        /// <returns>Null where nothing is wrong with the old address.</returns>
        public (string What, string Fix)? ReasonToReject(string from) =>
            !from.StartsWith('/') || from.StartsWith("//", StringComparison.Ordinal) || from.AsSpan().ContainsAny("*?#")
                ? ($"the old address \"{from}\" is not a path of this site", "write it as /old-address/")
            : ReservedAddress.KeptFor(from) is { } keeper
                ? ($"the old address {from} is kept for {keeper}", "take it out")
            : IsPage(from)
                ? ($"the old address {from} is that of a page", "take it out")
            : IsFile(from)
                ? ($"the old address {from} is that of a file of the site", "take it out")
            : null;

        /// <summary>In each form in which a reader may write a page's address.</summary>
        private bool IsPage(string address) =>
            Pages.Contains(address)
            || Pages.Contains(address + "/")
            || address.EndsWith(Index, StringComparison.Ordinal) && Pages.Contains(address[..^(Index.Length - 1)]);

        private bool IsFile(string address) => Files.Contains(address);
    }
}

/// <param name="What">What is wrong, without a full stop.</param>
/// <param name="Fix">How to fix it, without a full stop.</param>
internal sealed record RejectedRedirect(Located<Redirect> Redirect, string What, string Fix);
