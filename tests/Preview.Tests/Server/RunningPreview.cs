using System.Collections.Immutable;
using System.Globalization;
using Advocacy.Generator;
using Advocacy.Generator.Loading;
using Advocacy.Preview.Server;
using Xunit;

namespace Advocacy.Tests.Preview.Server;

/// <summary>A preview on a free port, whose builds are what the test says.</summary>
public sealed class RunningPreview : IAsyncDisposable
{
    public const string Config = """
        {
          "trailingSlash": "always",
          "globalHeaders": {
            "Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'",
            "Strict-Transport-Security": "max-age=63072000",
            "X-Frame-Options": "DENY"
          },
          "routes": [
            { "route": "/old/", "redirect": "/about/", "statusCode": 301 },
            { "route": "/moved", "redirect": "https://example.org/" },
            { "route": "/gone/*", "statusCode": 410 },
            { "route": "/assets/*", "headers": { "Cache-Control": "public, max-age=31536000, immutable", "X-Frame-Options": "" } }
          ],
          "responseOverrides": { "404": { "rewrite": "/404.html" } },
          "mimeTypes": { ".feed": "application/atom+xml" }
        }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("preview");
    private readonly CancellationTokenSource ending = new();
    private readonly StringWriter terminal = new(CultureInfo.InvariantCulture);
    private LiveSite? site;
    private PreviewServer? server;
    private InputWatcher? watching;
    private Task building = Task.CompletedTask;
    private int builds;
    private int running;

    private RunningPreview()
    {
        foreach (var name in (string[])["input", "theme", "output"])
            folder.CreateSubdirectory(name);
        Write("output/staticwebapp.config.json", Config);
        Write("output/index.html", "<!DOCTYPE html><title>Home</title><body><h1>Home</h1></body>");
        Write("output/about/index.html", "<!DOCTYPE html><title>About</title><body><h1>About</h1></body>");
        Write("output/404.html", "<!DOCTYPE html><title>Not found</title><body><h1>Not found</h1></body>");
        Write("output/assets/site.css", "body{}");
        Write("secret.txt", "secret");
        Build = (_, _, _) => Task.FromResult(new BuildResult(Problems, 3, 1, NextChange));
    }

    public Func<DateTimeOffset, Action<BuildResult>, CancellationToken, Task<BuildResult>> Build { get; set; }

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public ImmutableArray<Problem> Problems { get; set; } = [];

    public DateTimeOffset? NextChange { get; set; }

    public int Builds => builds;

    /// <summary>Whether two builds ever ran at once.</summary>
    public bool Overlapped { get; private set; }

    public string Terminal
    {
        get { lock (terminal) return terminal.ToString(); }
    }

    /// <summary>Follows no redirects.</summary>
    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public static async Task<RunningPreview> StartAsync(Action<RunningPreview>? arrange = null)
    {
        var preview = new RunningPreview();
        arrange?.Invoke(preview);
        preview.site = new LiveSite(
            preview.CountedBuildAsync, preview.PathOf("output"), null, preview.Time, TextWriter.Synchronized(preview.terminal));
        preview.watching = new InputWatcher(preview.PathOf("input"), preview.PathOf("theme"), _ => preview.site.Changed());
        preview.server = await PreviewServer.StartAsync(preview.site, 0);
        Assert.NotNull(preview.server);
        preview.Client.BaseAddress = new Uri(preview.server.Address);
        preview.building = preview.site.KeepBuiltAsync(preview.ending.Token);
        return preview;
    }

    public string PathOf(string path) => Path.Combine(folder.FullName, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    /// <summary>Says that something has changed, without the delay of a file system's events.</summary>
    public void Changed() => site!.Changed();

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The names of builds as an open page hears them.</summary>
    public async IAsyncEnumerable<string> EventsAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var stream = await Client.GetStreamAsync(new Uri("/_preview/events", UriKind.Relative), patience.Token);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                yield return line["data: ".Length..];
        }
    }

    /// <summary>Waits until it is so; fails after ten seconds.</summary>
    public static async Task UntilAsync(Func<bool> so)
    {
        for (var i = 0; i < 500 && !so(); i++)
            await Task.Delay(20);
        Assert.True(so());
    }

    private async Task<BuildResult> CountedBuildAsync(DateTimeOffset at, Action<BuildResult> shown, CancellationToken cancellation)
    {
        Overlapped |= Interlocked.Increment(ref running) > 1;
        try
        {
            return await Build(at, shown, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref running);
            Interlocked.Increment(ref builds);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await building;
        Client.Dispose();
        watching?.Dispose();
        if (server is not null) await server.DisposeAsync();
        site?.Dispose();
        ending.Dispose();
        await terminal.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
