using Advocacy.Content.Pages;
using Advocacy.Content.PressReleases;
using Advocacy.Generator;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Loading.Settings;
using Advocacy.Generator.Loading.Theme;
using Advocacy.Generator.Markdown;
using Advocacy.Generator.Planning;
using Advocacy.Generator.Rendering;
using Advocacy.Theme.Rendering;
using Advocacy.Theme.Views;
using BenchmarkDotNet.Attributes;

namespace Advocacy.Benchmarks;

/// <summary>The steps from a file to its page, one by one, and a small site as a whole.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private const int Releases = 100;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parts-");
    private Problems _problems = null!;
    private EntryReader _reader = null!;
    private BodyRenderer _bodies = null!;
    private Edition _edition = null!;
    private Entry _entry = null!;
    private PageModel _sheet = null!;

    private string Input => Path.Combine(_folder.FullName, "input");

    private string Output => Path.Combine(_folder.FullName, "output");

    private BuildOptions Options => new(Input, Theme, Output, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>BenchmarkDotNet runs in a separate folder, deep below the repository.</summary>
    private static string Theme => Path.Combine(Up(AppContext.BaseDirectory), "theme");

    [GlobalSetup]
    public async Task Setup()
    {
        new Corpus(Releases).Write(Input);
        _problems = new Problems(Input, []);
        var attachments = new Attachments(Input, Options.Cache, NoBuildCache.Instance);
        var settings = SettingsFiles.Read(Input, _problems)!;
        var words = WordListReader.Read(Theme, settings.Editions[0].Languages, _problems)!;
        var input = ContentLoader.Load(Input, settings, words, attachments, NoBuildCache.Instance);
        var edition = new EditionContext(input.Settings, input.Editions, words);
        _reader = new EntryReader(edition, attachments, NoBuildCache.Instance.NewRecorder<AttachmentSource>());
        var gate = new Gate(Options.At, false);
        _edition = EditionBuilder.Of(input, [.. input.Entries.Select(e => e.Content)], words, gate, rehearsal: false)[0];
        var plan = Planner.Plan(_edition, [_edition], NoBuildCache.Instance);
        var links = new Links(input.Entries, input.Unread, gate, plan.Select(p => p.Url), attachments, input.Settings.BaseUrl);
        _bodies = new BodyRenderer(words, links.Resolve, attachments.Picture);
        _entry = input.Entries.First(e => e.Content is PressRelease);
        var page = plan.First(p => p.Url == _entry.Content.Url);
        var models = new PageModelFactory(_edition, ThemeFiles.Read(Theme, _edition.Settings, _problems).Assets);
        _sheet = await models.CreateAsync(page, new PageTexts(Body()), [], null);
    }

    [GlobalCleanup]
    public void Cleanup() => _folder.Delete(recursive: true);

    [Benchmark]
    public Entry? FrontMatter() => _reader.Read(_entry.File, new Address(_entry.Content.Url, "en", ContentKind.PressRelease), _problems);

    [Benchmark]
    public Body Body() => _bodies.Render(_entry, new Dictionary<string, Quotation>());

    [Benchmark]
    public async Task<int> Page()
    {
        await using var writer = new StringWriter();
        await PageRenderer.RenderAsync(_sheet, writer);
        return writer.GetStringBuilder().Length;
    }

    [Benchmark]
    public int Plan() => Planner.Plan(_edition, [_edition], NoBuildCache.Instance).Length;

    [Benchmark]
    public Task<BuildResult> SmallSite() => SiteBuilder.RunAsync(Options, CancellationToken.None);

    private static string Up(string folder) =>
        File.Exists(Path.Combine(folder, "Advocacy.sln")) ? folder : Up(Path.GetDirectoryName(folder.TrimEnd('/'))!);
}
