using System.Collections.Immutable;
using Advocacy.Preview.FunctionsHost;
using Advocacy.Preview.Server;
using Advocacy.Preview.StripeEmulator;

namespace Advocacy.Preview;

/// <summary>All that the site meets in the cloud, on this machine: the functions host, and Stripe unless a test account is given.</summary>
public sealed class LocalBackend(LocalBackendOptions options, Action<string> say) : IAsyncDisposable
{
    private const string WebhookPath = "api/stripe/webhook";

    // Any will do: both ends of it are on this machine, and the stand-in is not part of what is deployed.
    private const string StandInKey = "sk_test_standin";
    private const string StandInSecret = "whsec_standin";

    private CancellationTokenSource? _again;

    /// <summary>Null where Stripe itself is used, or nothing has started yet.</summary>
    public StripeEmulatorServer? Stripe { get; private set; }

    /// <summary>Null until the site has been built.</summary>
    public FunctionsHostEmulator? Functions { get; private set; }

    public LocalBackendOptions Options => options;

    /// <summary>Starts everything, and the functions when the file they read is there.</summary>
    /// <param name="address">Of the preview, with a slash at its end.</param>
    public async Task RunAsync(Uri address, LiveSite site, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(site);
        if (options.Remark is { } remark)
            say(remark);
        if (options.Account is null)
        {
            Stripe = await StripeEmulatorServer.StartAsync(new StripeEmulatorOptions(new Uri(address, WebhookPath), StandInSecret, TimeProvider.System) { Wording = options.Wording });
            say($"Stripe: a stand-in at {Stripe.Address}; its panel is at {new Uri(address, "_preview/")}");
        }
        else
        {
            say($"Stripe: your test account. Let its events come here with: stripe listen --forward-to {new Uri(address, WebhookPath)}");
        }

        try
        {
            await foreach (var _ in site.BuildsAsync(stopping))
            {
                if (File.Exists(options.GivingFile))
                    break;
            }
            while (true)
            {
                _again = CancellationTokenSource.CreateLinkedTokenSource(stopping);
                Functions = await FunctionsHostEmulator.StartAsync(
                    new FunctionsHostOptions(options.Command, options.Folder, Settings(address), say, TimeProvider.System));
                await Until.CancelledAsync(_again.Token);
                stopping.ThrowIfCancellationRequested();
                await Functions.DisposeAsync();
                _again.Dispose();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // This is how it ends. The server that forwards to the functions waits for its requests meanwhile.
            if (Functions is not null)
                await Functions.DisposeAsync();
        }
    }

    /// <summary>Starts the functions anew, whatever has become of them.</summary>
    public void StartAgain() => _again?.Cancel();

    private ImmutableDictionary<string, string> Settings(Uri address)
    {
        var settings = ImmutableDictionary.CreateRange(new Dictionary<string, string>
        {
            ["STRIPE_SECRET_KEY"] = options.Account?.Key ?? StandInKey,
            ["STRIPE_WEBHOOK_SECRET"] = options.Account?.WebhookSecret ?? StandInSecret,
            ["LEDGER"] = options.Ledger,
            ["GIVING_FILE"] = options.GivingFile,
            ["SITE_URL"] = address.GetLeftPart(UriPartial.Authority),
        });
        return Stripe is null ? settings : settings.Add("STRIPE_API_BASE", Stripe.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (Functions is not null)
            await Functions.DisposeAsync();
        if (Stripe is not null)
            await Stripe.DisposeAsync();
        _again?.Dispose();
    }
}
