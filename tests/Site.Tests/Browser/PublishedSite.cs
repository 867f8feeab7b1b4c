using System.Diagnostics;
using Advocacy.TestKit;
using Advocacy.TestKit.Functions;
using Microsoft.Playwright;
using Xunit;

namespace Advocacy.Tests.Site.Browser;

/// <summary>The repository's own site as the preview serves it, with the functions as deployed, and a browser that looks at it.</summary>
public sealed class PublishedSite : IAsyncLifetime
{
    private readonly string _output = Path.Combine(Path.GetTempPath(), $"advocacy-site-{Guid.NewGuid():N}");
    private readonly PublishedFunctionsFolder _functions = new();
    private Process? _preview;
    private IPlaywright? _playwright;

    public string Origin { get; private set; } = "";

    public string Output => Path.Combine(_output, "site");

    public IBrowser Browser { get; private set; } = null!;

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Every page of the site, as the sitemap lists them, and the 404.</summary>
    public IEnumerable<string> Pages => File.ReadLines(Path.Combine(Output, "urls.txt")).Any()
        ? File.ReadLines(Path.Combine(Output, "urls.txt")).Where(u => u.EndsWith('/') || u.EndsWith(".html", StringComparison.Ordinal))
        : Directory.EnumerateFiles(Output, "*.html", SearchOption.AllDirectories)
            .Select(file => "/" + Path.GetRelativePath(Output, file).Replace("index.html", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        await _functions.InitializeAsync();
        string[] arguments = [BuiltProgram.Preview, "--port", "0", "--output", Output, "--functions", _functions.FullName];
        _preview = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            // The gifts of a test are not those of the person who works here.
            Environment = { ["LEDGER_CONNECTION"] = $"sqlite:{Path.Combine(_output, "ledger.db")}", ["RATE_LIMIT_PER_IP"] = "1000" },
        })!;
        var listening = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        // All is read, what the functions write, too: unread, it would fill the pipe and hold them up.
        _preview.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                listening.TrySetException(new InvalidOperationException("The preview ended."));
            else if (line.Data.StartsWith("Preview: ", StringComparison.Ordinal))
                listening.TrySetResult(line.Data.Split(' ')[1]);
        };
        _preview.BeginOutputReadLine();
        Origin = (await listening.Task.WaitAsync(TimeSpan.FromMinutes(2))).TrimEnd('/');
        await UntilItIsBuiltAsync();
        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(_playwright);
    }

    private async Task UntilItIsBuiltAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Origin) };
        for (var i = 0; i < 600; i++)
        {
            using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
                return;
            await Task.Delay(100);
        }
        throw new TimeoutException("The site was not built within a minute.");
    }

    /// <summary>Waits until the functions answer, which start when the site has been built.</summary>
    public async Task UntilGiftsAreTakenAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Origin), Timeout = TimeSpan.FromMinutes(1) };
        for (var i = 0; i < 300; i++)
        {
            using var answer = await client.GetAsync(new Uri("/api/health", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
                return;
            await Task.Delay(100);
        }
        throw new TimeoutException("The functions of the preview did not start within half a minute.");
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
        _preview?.Kill();
        _preview?.Dispose();
        await _functions.DisposeAsync();
        if (Directory.Exists(_output))
            Directory.Delete(_output, recursive: true);
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Advocacy.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
