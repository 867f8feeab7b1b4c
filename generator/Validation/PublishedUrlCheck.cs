using Advocacy.Generator.Outputs;
using Advocacy.Generator.Publishing;

namespace Advocacy.Generator.Validation;

/// <summary>No address of the output before leads nowhere now.</summary>
internal sealed class PublishedUrlCheck : ISiteCheck
{
    public CheckStage Stage => CheckStage.Rendered;

    public void Check(CheckContext context)
    {
        var (options, files) = (context.Options, context.Rendered.Files);
        if (options.Rehearsal || !context.Input.IsWhole)
            return;
        var known = PublishedUrls.Now(context.Plan.Plan, files.Files, files.Redirects.Redirects).ToHashSet(StringComparer.Ordinal);
        string[] gone = [.. Gone(context)];
        var list = context.Problems.For(Path.Combine(options.Output, OutputFolder.UrlList).Replace('\\', '/'));
        foreach (var (number, url) in PublishedUrls.Before(options).Index())
        {
            if (known.Contains(url) || known.Contains(url + "/") || IsBelowAny(gone, url))
                continue;
            list.Add(
                number + 1,
                $"{url} was published and now leads nowhere",
                "give the page that takes its place \"RedirectFrom\", or bring it back with \"Withdrawn\" and the reason");
        }
    }

    private static bool IsBelowAny(string[] addresses, string url) =>
        addresses.Any(address => address.Length > 1 && url.StartsWith(address, StringComparison.Ordinal));

    /// <summary>Where something was, and is not any more because the organization says so.</summary>
    private static IEnumerable<string> Gone(CheckContext context) =>
        from entry in context.Input.Entries
        where entry.Content.Expires <= context.Options.At || entry.Content.Withdrawn is not null
        from url in entry.RedirectFrom.Select(old => old.Value).Prepend(entry.Content.Url)
        select url;
}
