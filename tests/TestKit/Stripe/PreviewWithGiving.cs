using System.Collections.Concurrent;
using System.Net;
using Advocacy.Generator;
using Advocacy.Preview.Backend;
using Advocacy.Preview.FunctionsHost;
using Advocacy.Preview.Server;
using Advocacy.Preview.StripeEmulator;
using Advocacy.TestKit.Functions;
using Xunit;

namespace Advocacy.TestKit.Stripe;

/// <summary>The preview of a small site with the functions in their own process and the Stripe emulator.</summary>
public sealed class PreviewWithGiving : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("giving-");
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentQueue<string> _terminal = [];
    private readonly LiveSite _site;
    private PreviewServer? _server;
    private Task _running = Task.CompletedTask;

    private PreviewWithGiving(PublishedCampaign published, LocalBackendOptions options)
    {
        var built = new BuildResult([], 3, 1, null);
        _site = new LiveSite((_, _, _) => Task.FromResult(built), published.Site.Output, null, TimeProvider.System, TextWriter.Null);
        var ledger = $"sqlite:{Path.Combine(_folder.FullName, "ledger.db")}";
        LocalBackend = new LocalBackend(options with { Ledger = ledger }, _terminal.Enqueue);
    }

    public LocalBackend LocalBackend { get; }

    public StripeEmulatorServer Stripe => LocalBackend.Stripe!;

    public IEnumerable<string> Terminal => _terminal;

    /// <summary>Follows no redirects.</summary>
    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public string Origin => Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public static async Task<PreviewWithGiving> StartAsync(
        PublishedCampaign published, Func<LocalBackendOptions, LocalBackendOptions>? change = null)
    {
        var options = LocalBackendOptions.Read(
            name => name == "DOTNET_HOST_PATH" ? Environment.GetEnvironmentVariable(name) : null,
            published.Site.Output,
            SiteFolder.Theme);
        var preview = new PreviewWithGiving(published, change?.Invoke(options) ?? options);
        preview._server = await PreviewServer.StartAsync(preview._site, 0, preview.LocalBackend);
        preview.Client.BaseAddress = new Uri(preview._server!.Address);
        var ending = preview._ending.Token;
        preview._running = Task.WhenAll(
            preview.LocalBackend.RunAsync(preview.Client.BaseAddress, preview._site.BuildsAsync(ending), ending),
            preview._site.KeepBuiltAsync(ending));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (preview.LocalBackend.Functions is null)
            await Task.Delay(20, patience.Token);
        await preview.LocalBackend.Functions.DecidedAsync(patience.Token);
        return preview;
    }

    public WorkerState State => LocalBackend.Functions!.State;

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<HttpResponseMessage> PostAsync(string path, string? origin, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.RelativeOrAbsolute));
        request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await Client.SendAsync(request);
    }

    /// <summary>Fills in the form and pays on the page it leads to.</summary>
    /// <returns>The session.</returns>
    public async Task<string> GiveAsync(string frequency = "once")
    {
        using var given = await PostAsync("/api/donations", Origin,
            ("campaign", PublishedCampaign.Slug), ("amount", "50"), ("frequency", frequency), ("language", "en"));
        Assert.Equal(HttpStatusCode.SeeOther, given.StatusCode);
        var page = given.Headers.Location!;
        using var paid = await PostAsync(
            page.ToString(),
            Stripe.Address,
            ("email", "donor@example.org"), ("name", "Dana"), ("means", "card"), ("card", "4242 4242 4242 4242"));
        Assert.Equal(HttpStatusCode.SeeOther, paid.StatusCode);
        Assert.StartsWith($"{Origin}/donate/thanks/?session=", paid.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await Stripe.WebhookOutbox.QuietAsync(patience.Token);
        return page.Segments[^1];
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _running;
        Client.Dispose();
        await _server!.DisposeAsync();
        await LocalBackend.DisposeAsync();
        _site.Dispose();
        _ending.Dispose();
        _folder.Delete(recursive: true);
    }
}
