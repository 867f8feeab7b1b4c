using System.Collections.Concurrent;
using System.Collections.Immutable;
using Advocacy.Content.Giving;
using Advocacy.Content.Pages;
using Advocacy.Content.Settings;
using Advocacy.Generator.Images;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.Settings;
using Advocacy.Generator.Outputs;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Publishing;
using Advocacy.Generator.Rendering;
using Advocacy.Generator.Search;
using Advocacy.Generator.Validation;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator;

/// <summary>The whole way from <c>input/</c> to <c>output/</c>.</summary>
public static class SiteBuilder
{
    /// <param name="progress">Told of each page that is done, on many threads at once.</param>
    public static Task<BuildResult> RunAsync(BuildOptions options, CancellationToken cancellation, IProgress<BuildProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return RunAsync(options, () => new OutputFolder(options.Output, options.Cache), null, null, progress, cancellation);
    }

    /// <summary>Finds all problems, and leaves the output as it is.</summary>
    public static Task<BuildResult> CheckAsync(BuildOptions options, CancellationToken cancellation, IProgress<BuildProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return RunAsync(options, null, null, null, progress, cancellation);
    }

    /// <param name="open">Null where nothing is to be written.</param>
    /// <param name="memory">Of the build before, for the next one; null where there is neither.</param>
    /// <param name="shown">Told, before anyone knows how much was written, as soon as the pages and all that they show are in the output; not where there are problems.</param>
    internal static async Task<BuildResult> RunAsync(
        BuildOptions options, Func<IOutput>? open, BuildCache? memory, Action<BuildResult>? shown, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        var found = new ConcurrentBag<Problem>();
        var problems = new Problems(options.Input, found);
        if (open is not null && OutputFolderCheck.Refused(options) is var (what, fix))
        {
            problems.For(options.Output).Add(1, what, fix);
            return new BuildResult(Problem.Report(found), 0, 0, null);
        }
        var attachments = new Attachments(options.Input, options.Cache, memory?.FileInspectionCache ?? new FileInspectionCache());
        ImmutableArray<Warning> warnings = [];
        Task<(WordLists Words, ImmutableDictionary<string, SuffixRules> SuffixRules)>? wording = null;
        Task<ThemeFiles>? dress = null;
        using var taken = open is null ? null : FolderLock.Take(Path.Combine(options.Cache, $"{Path.GetFileName(options.Output)}.building"));
        if (open is not null && taken is null)
            problems.For(options.Output).Add(1, "another build writes this folder", "build again when it has ended");
        else if (!Directory.Exists(options.Input))
            problems.Add(1, "the folder is not there", "run the command in the project's folder, or say where with --input");
        else if (!Directory.Exists(options.Theme))
            problems.For(options.Theme).Add(1, "the folder is not there", "run the command in the project's folder, or say where with --theme");
        else if (Input.Read(options.Input, attachments, memory?.Entries, problems, Begin) is { } input)
        {
            cancellation.ThrowIfCancellationRequested();
            var own = input.Settings.BaseUrl;
            if (options.BaseUrl is { } baseUrl)
                input = input with { Editions = [.. input.Editions.Select(o => o with { BaseUrl = baseUrl.TrimEnd('/') })] };
            var gate = new Gate(options.At, options.Drafts);
            // What is wrong with a list is among the problems; a page is planned all the same, to show what else is.
            var (words, endings) = await wording!;
            words = memory?.WordsOf(words) ?? words;
            (input, var kit) = PressKits.Of(input, options.Input, words);
            UniqueAddressCheck.Check(input);
            CampaignOverlapCheck.Check(input, gate);
            FutureDateCheck.Check(input, options.At > options.Now ? options.At : options.Now);
            var texts = DocumentTranscript.Find(input);
            warnings = [.. Warning.Of(input, gate, texts)];
            // Where something is wrong already nothing is written, but all texts are looked through for more.
            using var output = found.IsEmpty ? open?.Invoke() : null;
            var editions = EditionBuilder.Of(input, [.. input.Entries.Select(e => e.Content)], words, gate, options.Rehearsal);
            if (output is not null)
                editions = (memory?.DocumentArchives ?? new DocumentArchives()).With(editions, attachments, output);
            var plan = new SitePlan(editions, memory?.Plans);
            UniqueAddressCheck.CheckLists(input.Entries, plan);
            ImmutableArray<PlannedPage> pages = [.. plan.Pages.Select(p => p.Page)];
            var links = new Links([.. input.Entries, .. texts.Select(t => t.Page)], input.Unread, gate, pages.Select(p => p.Url), attachments, own);
            ReferenceCheck.Check(input, gate, links, problems.For(Input.Shown(options.Input, Path.Combine(options.Input, "site.yml"))));
            var theme = await dress!;
            memory?.Frame(Frame.Of(plan, theme.Assets, endings, SocialCards.FontOf(options)));
            var search = output is null ? null : new SearchIndexBuilder(plan, endings, output, memory);
            var maker = await MakePagesAsync(plan, input, texts, gate, links, attachments, theme, search, options, output, memory, progress, cancellation);
            links.CheckPlaces(maker.PlacesOf);
            EmbargoedFileCheck.Check(input.Entries, gate, attachments, options.Input);
            ImmutableArray<PublishedFile> files = [.. Files(input, gate, attachments), .. PressKits.Files(input, options.Input)];
            var published = FileAddresses.Of(plan, files);
            links.CheckFiles(published, FileAddresses.Ever(input, attachments));
            var redirects = RedirectMap.Of(input, gate, pages, published);
            var host = Host(redirects, plan, problems);
            if (input.IsWhole)
                PublishedUrls.Check(options, pages, files, input, redirects, problems);
            if (found.IsEmpty)
            {
                var result = new BuildResult([], pages.Length, 0, gate.NextChange(input.Entries.Select(e => e.Content), input.Campaigns)) { Warnings = warnings };
                if (output is null)
                    return result;
                Parallel.Invoke(PublishAndShow, search!.Finish);
                cancellation.ThrowIfCancellationRequested();
                return result with { Written = output.Finish() };

                void PublishAndShow()
                {
                    Publish(files, host, GivingFileBuilder.Make(plan.Editions, theme.Assets, maker.Giving), kit, output);
                    shown?.Invoke(result);
                    PublishForMachines(plan, pages, files, redirects, options, output);
                }
            }
        }
        return new BuildResult(Problem.Report(found), 0, 0, null) { Warnings = warnings };

        // The theme is read beside the texts, which wait for its words only where a writer typed straight quotation marks.
        Func<string, QuotationMarks?> Begin(ImmutableArray<SiteSettings> editions)
        {
            var reading = Task.Run(() => Wording(editions[0].Languages), CancellationToken.None);
            wording = reading;
            dress = Task.Run(() => ThemeFiles.Read(options.Theme, editions[0]), CancellationToken.None);
            return language => reading.GetAwaiter().GetResult().Words.MarksOf(language);
        }

        (WordLists Words, ImmutableDictionary<string, SuffixRules> SuffixRules) Wording(ImmutableArray<string> languages) =>
            (WordListReader.Read(options.Theme, languages, problems) ?? WordLists.Blank, SuffixRulesReader.Read(options.Theme, languages, problems));
    }

    private static byte[] Host(IEnumerable<Redirect> redirects, SitePlan plan, Problems problems)
    {
        var host = HostConfiguration.Write(redirects, plan.Editions.Select(edition => edition.Settings.Root));
        if (host.Length > HostConfiguration.Largest)
            problems.Add(1, $"the redirects of all pages take {host.Length} bytes; the host reads {HostConfiguration.Largest}", $"take out the oldest RedirectFrom, and their lines in the output's {PublishedUrls.File}");
        return host;
    }

    private static async Task<PageBuilder> MakePagesAsync(
        SitePlan plan, Input input, ImmutableArray<DocumentTranscript> texts, Gate gate, Links links, Attachments attachments, ThemeFiles theme, SearchIndexBuilder? search,
        BuildOptions options, IOutput? output, BuildCache? memory, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        foreach (var (url, bytes) in theme.Files.DistinctBy(f => f.Url))
            output?.Write(url[1..], bytes);
        var maker = new PageBuilder(plan, [.. input.Entries.Where(e => e.Content is Page { Layout: PageLayout.NotFound })], links, attachments, theme.Assets, output is null ? null : new SocialCards(options, output), search, output, memory);
        var pages = plan.Pages.DistinctBy(p => p.Page.Url, StringComparer.Ordinal).ToDictionary(p => p.Page.Url, StringComparer.Ordinal);
        var shown = input.Entries.Where(e => gate.Shows(e.Content)).Select(e => e.Content.Url).ToHashSet(StringComparer.Ordinal);
        var documents = texts.Select(t => t.Page.Content.Url).ToHashSet(StringComparer.Ordinal);
        Func<Task>[] all =
        [
            .. input.Entries.Select(entry => (Func<Task>)(() => maker.MakeAsync(entry, gate.Shows(entry.Content) ? PageAt(entry.Content.Url) : null))),
            .. texts.Select(text => (Func<Task>)(() => maker.MakeAsync(text, PageAt(text.Page.Content.Url)))),
            .. plan.Pages.Where(p => !shown.Contains(p.Page.Url) && !documents.Contains(p.Page.Url)).Select(list => (Func<Task>)(() => maker.MakeAsync((Entry?)null, list))),
        ];
        var done = 0;
        await Parallel.ForEachAsync(all, cancellation, async (make, _) =>
        {
            await make();
            progress?.Report(new BuildProgress(Interlocked.Increment(ref done), all.Length));
        });
        return maker;

        (Edition, PlannedPage)? PageAt(string url) => pages.TryGetValue(url, out var own) ? own : null;
    }

    /// <summary>What was withdrawn is not to be had at its old address; its pictures may stand on other pages' cards.</summary>
    private static ImmutableArray<PublishedFile> Files(Input input, Gate gate, Attachments attachments) =>
    [
        .. input.Entries.Where(e => gate.Shows(e.Content))
            .SelectMany(e => attachments.FilesOf(e.Content.Path).Where(f => e.Content.Withdrawn is null || f.Url.StartsWith("/assets/", StringComparison.Ordinal)))
            .DistinctBy(f => f.Url),
    ];

    /// <summary>What the pages show, and what their host and the functions go by.</summary>
    private static void Publish(ImmutableArray<PublishedFile> files, byte[] host, GivingFile? giving, (string Url, byte[] Bytes)? kit, IOutput output)
    {
        foreach (var file in files)
            output.Copy(file.Url[1..], file.File);
        if (kit is { } archive)
            output.Write(archive.Url[1..], archive.Bytes);
        output.Write("staticwebapp.config.json", host);
        if (giving is not null)
            output.Write(GivingFile.Name, giving.Write());
    }

    private static void PublishForMachines(
        SitePlan plan, ImmutableArray<PlannedPage> pages, ImmutableArray<PublishedFile> files, ImmutableArray<Redirect> redirects, BuildOptions options, IOutput output)
    {
        var site = plan.Editions[0];
        Parallel.ForEach(plan.Editions.SelectMany(Feeds.Of), feed => output.Write(feed.Url[1..], feed.Write()));
        output.Write("sitemap.xml", Sitemap.Write(plan));
        output.Write("robots.txt", WellKnownFiles.Robots(site.Settings, site.Rehearsal));
        output.Write(".well-known/security.txt", WellKnownFiles.Security(site.Settings, options.At));
        output.Write(PublishedUrls.File, PublishedUrls.Write(options, pages, files, redirects));
    }
}
