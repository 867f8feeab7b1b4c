using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Machines;
using Advocacy.Generator.Markdown;
using Advocacy.Generator.Pictures;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Reading;
using Advocacy.Generator.Rendering;
using Advocacy.Generator.Search;
using Advocacy.Theme.Content;
using Advocacy.Theme.Giving;
using Advocacy.Theme.Rendering;
using Advocacy.Theme.Wording;

namespace Advocacy.Generator.Publishing;

/// <summary>The whole way from <c>input/</c> to <c>output/</c>.</summary>
public static class SiteBuild
{
    public static Task<BuildResult> RunAsync(BuildOptions options, CancellationToken cancellation) => RunAsync(options, publish: true, cancellation);

    /// <summary>Finds all problems, and leaves the output as it is.</summary>
    public static Task<BuildResult> CheckAsync(BuildOptions options, CancellationToken cancellation) => RunAsync(options, publish: false, cancellation);

    private static async Task<BuildResult> RunAsync(BuildOptions options, bool publish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var found = new ConcurrentBag<Problem>();
        var problems = new Problems(options.Input, found);
        var attachments = new Attachments(options.Input, options.Cache);
        using var taken = publish ? FolderLock.Take(Path.Combine(options.Cache, $"{Path.GetFileName(options.Output)}.building")) : null;
        if (publish && taken is null)
            problems.For(options.Output).Add(1, "another build writes this folder", "build again when it has ended");
        else if (!Directory.Exists(options.Input))
            problems.Add(1, "the folder is not there", "run the command in the project's folder, or say where with --input");
        else if (Input.Read(options.Input, attachments, problems) is { } input)
        {
            cancellation.ThrowIfCancellationRequested();
            if (options.BaseUrl is { } baseUrl)
                input = input with { Organisations = [.. input.Organisations.Select(o => o with { BaseUrl = baseUrl.TrimEnd('/') })] };
            var gate = new Gate(options.At, options.Drafts);
            // What is wrong with a list is among the problems; a page is planned all the same, to show what else is.
            var words = WordListReader.Read(options.Theme, input.Organisation.Languages, problems) ?? WordLists.Blank;
            var endings = EndingsReader.Read(options.Theme, input.Organisation.Languages, problems);
            var (plan, files) = Assemble(input, words, gate, options, attachments, problems);
            ImmutableArray<Planned> pages = [.. plan.Pages.Select(p => p.Page)];
            PublishedAddresses.Check(options, pages, files, input, problems);
            var redirects = Redirections.Of(input, gate, pages);
            var host = HostConfiguration.Write(redirects, plan.Editions.Select(edition => edition.Organisation.Root));
            if (host.Length > HostConfiguration.Largest)
                problems.Add(1, $"the redirects of all pages take {host.Length} bytes; the host reads {HostConfiguration.Largest}", "take out the oldest RedirectFrom");
            if (found.IsEmpty)
            {
                var written = publish ? await WriteAsync(plan, endings, files, host, options, cancellation) : 0;
                return new BuildResult([], pages.Length, written, gate.NextChange(input.Entries.Select(e => e.Content), input.Campaigns));
            }
        }
        var sorted = found.Distinct().ToArray();
        Array.Sort(sorted, Problem.ByPlace);
        return new BuildResult([.. sorted], 0, 0, null);
    }

    private static (SitePlan Plan, ImmutableArray<PublishedFile> Files) Assemble(
        Input input, WordLists words, Gate gate, BuildOptions options, Attachments attachments, Problems problems)
    {
        OriginalsAndTwins.Check(input.Entries, input.Organisation);
        var addresses = PlanOf([.. input.Entries]).Pages.Select(p => p.Page.Url);
        var links = new Links(input.Entries, gate, addresses, attachments);
        var writer = new BodyWriter(links.Resolve, attachments.Picture);
        var entries = new Entry[input.Entries.Length];
        Parallel.For(0, entries.Length, i => entries[i] = WithBody(input.Entries[i], writer));
        References.Check(input, gate, links, problems.For(Input.Shown(options.Input, Path.Combine(options.Input, "site.yml"))));
        links.CheckPlaces(entries);
        Owners.Check(input.Entries, gate, attachments, options.Input);
        var shown = entries.Where(e => gate.Shows(e.Content)).ToImmutableArray();
        // What was withdrawn is not to be had at its old address; its pictures may stand on other pages' cards.
        var files = shown
            .SelectMany(e => attachments.FilesOf(e.Content.Path).Where(f => e.Content.Withdrawn is null || f.Url.StartsWith("/assets/", StringComparison.Ordinal)))
            .DistinctBy(f => f.Url).ToImmutableArray();
        return (PlanOf(entries), files);

        SitePlan PlanOf(Entry[] all) => new(Editions.Of(input, [.. all.Select(e => e.Content)], words, gate, options.Rehearsal));
    }

    private static Entry WithBody(Entry entry, BodyWriter writer)
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        if (entry.Content is not PressRelease release)
            return entry with { Content = entry.Content with { Body = writer.Write(entry, ImmutableDictionary<string, Quotation>.Empty, placed) } };
        var quotations = release.Quotations.GroupBy(q => q.Id).ToDictionary(g => g.Key, g => g.First());
        var body = writer.Write(entry, quotations, placed);
        return entry with { Content = release with { Body = body, Quotations = [.. release.Quotations.Select(q => q with { Placed = placed.Contains(q.Id) })] } };
    }

    private static async Task<int> WriteAsync(
        SitePlan plan, ImmutableDictionary<string, Endings> endings, ImmutableArray<PublishedFile> files, byte[] host, BuildOptions options, CancellationToken cancellation)
    {
        using var output = new OutputFolder(options.Output, options.Cache);
        var site = plan.Editions[0];
        var theme = ThemeFiles.Read(options.Theme, site.Organisation);
        foreach (var (url, bytes) in theme.Files.DistinctBy(f => f.Url))
            output.Write(url[1..], bytes);
        foreach (var file in files)
            output.Copy(file.Url[1..], file.File);
        var (editions, archives) = Archives.Of(plan.Editions, files);
        plan = new SitePlan(editions);
        foreach (var (url, bytes) in archives)
            output.Write(url[1..], bytes);
        var pictures = new SocialPictures(options, output);
        await Parallel.ForEachAsync(plan.Pages, cancellation, async (planned, _) =>
        {
            var (edition, page) = planned;
            var sheet = SheetMaker.Make(edition, page, plan.AlternatesOf(edition, page), theme.Assets, pictures.Of(edition, page));
            output.Write(page.File, await PageRenderer.RenderAsync(sheet));
        });
        foreach (var edition in plan.Editions)
            SearchFiles.Write(edition, endings[edition.Language], (url, bytes) => output.Write(url[1..], bytes.Span));
        foreach (var (url, bytes) in plan.Editions.SelectMany(Feeds.Write))
            output.Write(url[1..], bytes);
        output.Write("sitemap.xml", Sitemap.Write(plan));
        output.Write("robots.txt", WellKnown.Robots(site.Organisation, site.Rehearsal));
        output.Write(".well-known/security.txt", WellKnown.Security(site.Organisation, options.At));
        output.Write("staticwebapp.config.json", host);
        if (GivingFileMaker.Make(plan.Editions, theme.Assets) is { } giving)
            output.Write(GivingFile.Name, giving.Write());
        output.Write(PublishedAddresses.File, PublishedAddresses.Write(options, [.. plan.Pages.Select(p => p.Page)], files));
        cancellation.ThrowIfCancellationRequested();
        return output.Swap();
    }
}
