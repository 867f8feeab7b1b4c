using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Generator.Machines;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Reading;
using Advocacy.Generator.Rendering;
using Advocacy.Theme.Content;
using Advocacy.Theme.Wording;

namespace Advocacy.Generator.Publishing;

/// <summary>The whole way from <c>input/</c> to <c>output/</c>.</summary>
public static class SiteBuild
{
    /// <param name="progress">Told of each page that is done, on many threads at once.</param>
    public static Task<BuildResult> RunAsync(BuildOptions options, CancellationToken cancellation, IProgress<PagesDone>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return RunAsync(options, () => new OutputFolder(options.Output, options.Cache), null, progress, cancellation);
    }

    /// <summary>Finds all problems, and leaves the output as it is.</summary>
    public static Task<BuildResult> CheckAsync(BuildOptions options, CancellationToken cancellation, IProgress<PagesDone>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return RunAsync(options, null, null, progress, cancellation);
    }

    /// <param name="open">Null where nothing is to be written.</param>
    /// <param name="memory">Of the build before, for the next one; null where there is neither.</param>
    internal static async Task<BuildResult> RunAsync(
        BuildOptions options, Func<IOutput>? open, Memory? memory, IProgress<PagesDone>? progress, CancellationToken cancellation)
    {
        var found = new ConcurrentBag<Problem>();
        var problems = new Problems(options.Input, found);
        var attachments = new Attachments(options.Input, options.Cache, memory?.Looks ?? new Looks());
        if (!Directory.Exists(options.Input))
            problems.Add(1, "the folder is not there", "run the command in the project's folder, or say where with --input");
        else if (Input.Read(options.Input, attachments, memory?.Entries, problems) is { } input)
        {
            cancellation.ThrowIfCancellationRequested();
            if (options.BaseUrl is { } baseUrl)
                input = input with { Organisation = input.Organisation with { BaseUrl = baseUrl.TrimEnd('/') } };
            var gate = new Gate(options.At, options.Drafts);
            // What is wrong with a list is among the problems; a page is planned all the same, to show what else is.
            var words = WordListReader.Read(options.Theme, input.Organisation.Languages, problems) ?? WordLists.Blank;
            OriginalsAndTwins.Check(input.Entries, input.Organisation);
            // Where something is wrong already nothing is written, but all texts are looked through for more.
            using var output = found.IsEmpty ? open?.Invoke() : null;
            var site = Gather(input, words, gate, options);
            if (output is not null)
                site = (memory?.Archives ?? new Archives()).With(site, attachments, output);
            var plan = Planner.Plan(site);
            var links = new Links(input.Entries, gate, plan.Select(p => p.Url), attachments);
            References.Check(input, gate, links, problems.For(Input.Shown(options.Input, Path.Combine(options.Input, "site.yml"))));
            var host = Host(Redirections.Of(input, gate, plan), problems);
            var places = await MakePagesAsync(site, plan, input, gate, links, attachments, options, output, memory, progress, cancellation);
            links.CheckPlaces(places);
            Owners.Check(input.Entries, gate, attachments, options.Input);
            var files = Files(input, gate, attachments);
            PublishedAddresses.Check(options, plan, files, input, problems);
            if (found.IsEmpty)
            {
                var written = output is null ? 0 : Publish(site, plan, files, host, options, output, cancellation);
                return new BuildResult([], plan.Length, written, gate.NextChange(input.Entries.Select(e => e.Content), input.Campaigns));
            }
        }
        var sorted = found.Distinct().ToArray();
        Array.Sort(sorted, Problem.ByPlace);
        return new BuildResult([.. sorted], 0, 0, null);
    }

    private static Site Gather(Input input, WordLists words, Gate gate, BuildOptions options)
    {
        var shown = input.Entries.Select(e => e.Content).Where(gate.Shows).ToArray();
        return new Site
        {
            Organisation = input.Organisation,
            Pages = [.. shown.OfType<Page>()],
            Releases = [.. shown.OfType<PressRelease>().OrderByDescending(r => r.Date).ThenBy(r => r.Url, StringComparer.Ordinal)],
            Petitions = [.. shown.OfType<Petition>().OrderByDescending(p => p.Filings.IsEmpty ? default : p.Filings[0].Date).ThenBy(p => p.Url, StringComparer.Ordinal)],
            Banner = input.Campaigns.FirstOrDefault(gate.Shows),
            Words = words,
            At = options.At,
            Rehearsal = options.Rehearsal,
        };
    }

    private static byte[] Host(IEnumerable<Redirect> redirects, Problems problems)
    {
        var host = HostConfiguration.Write(redirects);
        if (host.Length > HostConfiguration.Largest)
            problems.Add(1, $"the redirects of all pages take {host.Length} bytes; the host reads {HostConfiguration.Largest}", "take out the oldest RedirectFrom");
        return host;
    }

    /// <returns>The places of each text that a link can lead to.</returns>
    private static async Task<IReadOnlyDictionary<string, ImmutableArray<string>>> MakePagesAsync(
        Site site, ImmutableArray<Planned> plan, Input input, Gate gate, Links links, Attachments attachments,
        BuildOptions options, IOutput? output, Memory? memory, IProgress<PagesDone>? progress, CancellationToken cancellation)
    {
        var theme = ThemeFiles.Read(options.Theme, site.Organisation);
        foreach (var (url, bytes) in theme.Files.DistinctBy(f => f.Url))
            output?.Write(url[1..], bytes);
        memory?.Frame(Frame.Of(site, theme.Assets, SocialPictures.FontOf(options)));
        var maker = new PageMaker(site, links, attachments, theme.Assets, output is null ? null : new SocialPictures(site, options, output), output, memory);
        var pages = plan.ToLookup(page => page.Url, StringComparer.Ordinal);
        var texts = input.Entries.Select(entry => (Entry: (Entry?)entry, Page: gate.Shows(entry.Content) ? pages[entry.Content.Url].FirstOrDefault() : null)).ToArray();
        var lists = plan.Except(texts.Select(text => text.Page).OfType<Planned>(), ReferenceEqualityComparer.Instance).Cast<Planned>().Select(list => ((Entry?)null, (Planned?)list));
        (Entry? Entry, Planned? Page)[] all = [.. texts, .. lists];
        var done = 0;
        await Parallel.ForEachAsync(all, cancellation, async (one, _) =>
        {
            await maker.MakeAsync(one.Entry, one.Page);
            progress?.Report(new PagesDone(Interlocked.Increment(ref done), all.Length));
        });
        return maker.Places;
    }

    /// <summary>What was withdrawn is not to be had at its old address; its pictures may stand on other pages' cards.</summary>
    private static ImmutableArray<PublishedFile> Files(Input input, Gate gate, Attachments attachments) =>
    [
        .. input.Entries.Where(e => gate.Shows(e.Content))
            .SelectMany(e => attachments.FilesOf(e.Content.Path).Where(f => e.Content.Withdrawn is null || f.Url.StartsWith("/assets/", StringComparison.Ordinal)))
            .DistinctBy(f => f.Url),
    ];

    private static int Publish(
        Site site, ImmutableArray<Planned> plan, ImmutableArray<PublishedFile> files, byte[] host, BuildOptions options, IOutput output, CancellationToken cancellation)
    {
        foreach (var file in files)
            output.Copy(file.Url[1..], file.File);
        foreach (var (url, bytes) in Feeds.Write(site))
            output.Write(url[1..], bytes);
        output.Write("sitemap.xml", Sitemap.Write(site.Organisation, plan));
        output.Write("robots.txt", WellKnown.Robots(site.Organisation, site.Rehearsal));
        output.Write(".well-known/security.txt", WellKnown.Security(site.Organisation, options.At));
        output.Write("staticwebapp.config.json", host);
        output.Write(PublishedAddresses.File, PublishedAddresses.Write(options, plan, files));
        cancellation.ThrowIfCancellationRequested();
        return output.Finish();
    }
}
