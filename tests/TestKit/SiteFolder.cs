using System.Globalization;
using System.Text;
using Advocacy.Generator;

namespace Advocacy.TestKit;

/// <summary>A small complete site in a temporary folder, gone with the test. A test changes what it is about.</summary>
public sealed class SiteFolder : IDisposable
{
    public const string Release = "press-releases/ferry/index.md";
    public const string Petition = "petitions/ferry/index.md";

    /// <summary>A campaign from April 1 to 30, 2026, Chicago time, announced on March 15.</summary>
    public const string Spring = """
        Title: Spring
        Description: A campaign of the test.
        Announced: 2026-03-15T09:00
        Starts: 2026-04-01T09:00
        Ends: 2026-04-30T09:00
        ThanksUntil: 2026-05-07T09:00
        Goal: 10000
        Amounts:
          - {Amount: 25, Text: one crossing}
          - {Amount: 50, Text: two crossings}
        Before: {Banner: Spring is near, LinkText: Give early, Text: Spring begins on April 1.}
        Day:
          Link: /petitions/
          Banner: Spring is here
          LinkText: Give now
          Text: Spring lasts until April 30.
        Thanks: {Banner: Thank you for spring, LinkText: See it, Text: Spring has ended.}
        Over: Spring is over.

        """;

    // What is slow to make of a file is kept by its content, so that all sites of a test run can share it. Each run begins with nothing.
    private static readonly DirectoryInfo _shared = Directory.CreateTempSubdirectory("advocacy-cache-");

    private readonly string _folder = Directory.CreateTempSubdirectory("advocacy-").FullName;

    static SiteFolder() => AppDomain.CurrentDomain.ProcessExit += (_, _) => _shared.Delete(recursive: true);

    public SiteFolder()
    {
        var cache = Directory.CreateDirectory(Path.Combine(_folder, ".cache"));
        foreach (var part in new[] { "documents", "pictures", "social" })
            Directory.CreateSymbolicLink(Path.Combine(cache.FullName, part), _shared.CreateSubdirectory(part).FullName);
        Write("site.yml", """
            Name: Test Rights
            LegalName: Test Rights Inc.
            Ein: 00-0000000
            Tagline: Rights, tested
            Description: A site for tests.
            Boilerplate: Test Rights is a name in a test.
            BaseUrl: https://example.test
            TimeZone: America/Chicago
            Languages: [en, es]
            Currency: USD
            Address:
              Street: 1 Test Street
              City: Chicago
              Region: IL
              PostalCode: "00000"
              Country: United States
            Email: info@example.test
            AccessibleFormatsEmail: access@example.test
            SecurityEmail: security@example.test
            Contacts:
              - Key: press
                Name: Press desk
                Email: press@example.test
            Navigation:
              - Text: Press releases
                Link: /press-releases/
            Topics:
              - Slug: asylum
                Title: Asylum
              - Slug: children
                Title: Children
            SocialImages: false

            """);
        Write("index.md", Page("home", "Home"));
        Write("404.md", Page("not-found", "Not here"));
        Write(Release, """
            ---
            Title: The ferry runs
            Description: It runs again.
            Dateline: CHICAGO
            Published: 2026-03-02T09:00
            Tags: [asylum]
            ---
            A text.

            """);
        Write(Petition, """
            ---
            Title: Let the ferry run
            Description: A petition for the ferry.
            Petitioners: [Test Rights]
            FiledWith: The Commission
            OnBehalfOf: All who cross
            Asks: [That the ferry run]
            Statuses:
              - Date: 2026-01-05
                State: filed
            Filings:
              - Kind: original
                Title: The petition
                Date: 2026-01-05
                From: Test Rights
                To: the Commission
            Cite: Test Rights, petition, 2026.
            ---
            A text.

            """);
    }

    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = Up(AppContext.BaseDirectory);

    public static string Theme => Path.Combine(Repository, "theme");
    public string Input => Path.Combine(_folder, "input");
    public string Output => Path.Combine(_folder, "output");

    public string PathOf(string file) => Path.Combine(Input, file);

    public void Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public void Write(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllBytes(PathOf(file), bytes);
    }

    /// <summary>Lets the site take gifts: rules, designations, the campaign that is always open, and the pages.</summary>
    public void TakeGifts()
    {
        AddText("site.yml", """
            Giving:
              Minimum: 5
              Maximum: 25000
              FeePercent: 2.2
              FeeFixed: 0.30
            Designations:
              - {Slug: where-needed, Title: Where it is needed most}
              - {Slug: ferries, Title: Ferries}

            """);
        Write("campaigns/general.yml", """
            Title: General
            Description: Always.
            AlwaysOpen: true
            Amounts:
              - {Amount: 25, Text: one crossing}
              - {Amount: 50, Text: two crossings}

            """);
        Write("pages/donate.md", Page("donate", "Donate"));
        Write("pages/donate/thanks.md", Page("thanks", "Thank you"));
        Write("pages/donate/manage.md", Page("manage", "Manage"));
    }

    /// <summary>Opens an edition in Spanish, with a home page.</summary>
    public void SpeakSpanish()
    {
        Write("site.es.yml", """
            Tagline: Derechos, probados
            Description: Un sitio para pruebas.
            Boilerplate: Test Rights es un nombre en una prueba.
            Navigation:
              - {Text: Comunicados, Link: /es/press-releases/}
            Topics:
              - {Slug: asylum, Title: Asilo}

            """);
        Write("index.es.md", Page("home", "Inicio"));
    }

    public void Replace(string file, string old, string with)
    {
        var text = File.ReadAllText(PathOf(file));
        if (!text.Contains(old, StringComparison.Ordinal))
            throw new ArgumentException($"{file} does not have \"{old}\".", nameof(old));
        Write(file, text.Replace(old, with, StringComparison.Ordinal));
    }

    /// <param name="field">Goes to the top of the front matter.</param>
    public void Add(string file, string field) => Write(file, File.ReadAllText(PathOf(file)).Insert("---\n".Length, $"{field}\n"));

    public void AddText(string file, string text) => Write(file, File.ReadAllText(PathOf(file)) + text);

    /// <param name="at">UTC. Two builds at the same time give the same bytes.</param>
    public BuildOptions Options(string at = "2026-06-01T00:00:00Z") =>
        new(Input, Theme, Output, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));

    public Task<BuildResult> BuildAsync(string at = "2026-06-01T00:00:00Z") => SiteBuilder.RunAsync(Options(at), CancellationToken.None);

    /// <returns>The problems as a writer reads them who runs the command beside <c>input</c>.</returns>
    public async Task<string[]> ProblemsAsync(string at = "2026-06-01T00:00:00Z") => Shown(await BuildAsync(at));

    public string[] Shown(BuildResult result) =>
        [.. result.Problems.Select(p => p.ToString().Replace(_folder + "/", "", StringComparison.Ordinal))];

    public string Read(string file) => File.ReadAllText(Path.Combine(Output, file));

    public bool Has(string file) => File.Exists(Path.Combine(Output, file));

    public SortedDictionary<string, byte[]> OutputFiles() => FilesOf(Output);

    /// <returns>The bytes of every file by its path below <paramref name="folder"/>.</returns>
    public static SortedDictionary<string, byte[]> FilesOf(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            f => Path.GetRelativePath(folder, f), File.ReadAllBytes, StringComparer.Ordinal), StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Page(string layout, string title) => $"""
        ---
        Layout: {layout}
        Title: {title}
        Description: {title} of the test.
        ---
        A text.

        """;

    private static string Up(string folder) =>
        File.Exists(Path.Combine(folder, "Advocacy.sln")) ? folder : Up(Path.GetDirectoryName(folder.TrimEnd('/'))!);
}
