using System.Collections.Immutable;
using System.Text;
using Advocacy.Content.Settings;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;
using Advocacy.Theme.Views;

namespace Advocacy.Generator.Validation;

/// <summary>A list of every address once published, kept in the output, so that none is ever lost unnoticed.</summary>
public static class PublishedUrls
{
    public const string File = "urls.txt";

    /// <summary>Reports each address of the output before that now leads nowhere.</summary>
    public static void Check(BuildOptions options, ImmutableArray<PlannedPage> plan, ImmutableArray<PublishedFile> files, Input input, ImmutableArray<Redirect> redirects, Problems problems)
    {
        if (options.Rehearsal)
            return;
        var known = Now(plan, files, redirects).ToHashSet(StringComparer.Ordinal);
        var gone = input.Entries.Where(e => e.Content.Expires <= options.At || e.Content.Withdrawn is not null).SelectMany(e => e.RedirectFrom.Select(old => old.Value).Prepend(e.Content.Url)).ToArray();
        var list = problems.For(Path.Combine(options.Output, File).Replace('\\', '/'));
        foreach (var (url, line) in Before(options).Select((url, i) => (url, i + 1)))
        {
            if (!known.Contains(url) && !known.Contains(url + "/") && !gone.Any(g => g.Length > 1 && url.StartsWith(g, StringComparison.Ordinal)))
                list.Add(line, $"{url} was published and now leads nowhere", "give the page that takes its place \"RedirectFrom\", or bring it back with \"Withdrawn\" and the reason");
        }
    }

    /// <summary>A rehearsal publishes nothing: it hands on the list as it was.</summary>
    public static byte[] Write(BuildOptions options, ImmutableArray<PlannedPage> plan, ImmutableArray<PublishedFile> files, ImmutableArray<Redirect> redirects) =>
        Encoding.UTF8.GetBytes(string.Concat((options.Rehearsal ? Before(options) : Now(plan, files, redirects)).Select(url => url + "\n")));

    private static string[] Before(BuildOptions options)
    {
        var file = Path.Combine(options.Output, File);
        return System.IO.File.Exists(file) ? System.IO.File.ReadAllLines(file) : [];
    }

    /// <summary>Old addresses lead somewhere, too. Pages of long lists, and years, come and go with their releases, and are left out: no page could take their place.</summary>
    private static IEnumerable<string> Now(ImmutableArray<PlannedPage> plan, ImmutableArray<PublishedFile> files, ImmutableArray<Redirect> redirects) =>
        plan.Where(p => p.View is not (ReleaseListView { Number: > 1 } or ReleaseListView { Year: not null })).Select(p => p.Url)
            .Concat(files.Select(f => f.Url).Where(url => !url.StartsWith("/assets/", StringComparison.Ordinal)))
            .Concat(redirects.Select(redirect => redirect.From))
            .Order(StringComparer.Ordinal);
}
