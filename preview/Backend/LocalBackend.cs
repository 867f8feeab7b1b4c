using System.Collections.Immutable;
using Advocacy.Preview.FunctionsHost;
using Advocacy.Preview.StripeEmulator;

namespace Advocacy.Preview.Backend;

/// <summary>
/// All that the site meets in the cloud, on this machine: the functions host, and Stripe unless a test account is given.
/// </summary>
public sealed class LocalBackend(LocalBackendOptions options, Action<string> say) : IAsyncDisposable
{
    private const string WebhookPath = "api/stripe/webhook";

    // Any will do: both ends of it are on this machine, and the emulator is not part of what is deployed.
    private const string EmulatorKey = "sk_test_standin";
    private const string EmulatorSecret = "whsec_standin";

    private CancellationTokenSource? _again;

    /// <summary>Null where Stripe itself is used, or nothing has started yet.</summary>
    public StripeEmulatorServer? Stripe { get; private set; }

    /// <summary>Null until the site has been built.</summary>
    public FunctionsHostEmulator? Functions { get; private set; }

    public LocalBackendOptions Options => options;

    /// <summary>Starts everything, and the functions when the file they read is there.</summary>
    /// <param name="address">Of the preview, with a slash at its end.</param>
    /// <param name="builds">Of the site, as they come.</param>
    public async Task RunAsync(Uri address, IAsyncEnumerable<string> builds, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(builds);
        if (options.Remark is { } remark)
            say(remark);
        if (options.Account is null)
        {
            var webhook = new Uri(address, WebhookPath);
            Stripe = await StripeEmulatorServer.StartAsync(
                new StripeEmulatorOptions(webhook, EmulatorSecret, TimeProvider.System) { Wording = options.Wording });
            say($"Stripe: a stand-in at {Stripe.Address}; its panel is at {new Uri(address, "_preview/")}");
        }
        else
        {
            say($"Stripe: your test account. Let its events come here with: stripe listen --forward-to {new Uri(address, WebhookPath)}");
        }

        try
        {
            await foreach (var _ in builds.WithCancellation(stopping))
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
            // Shutdown; the server that forwards to the functions is still waiting for its requests.
            if (Functions is not null)
                await Functions.DisposeAsync();
        }
    }

    /// <summary>Starts the functions again, in whatever state they are.</summary>
    public void StartAgain() => _again?.Cancel();

    private ImmutableDictionary<string, string> Settings(Uri address)
    {
        var settings = ImmutableDictionary.CreateRange(new Dictionary<string, string>
        {
            ["STRIPE_SECRET_KEY"] = options.Account?.Key ?? EmulatorKey,
            ["STRIPE_WEBHOOK_SECRET"] = options.Account?.WebhookSecret ?? EmulatorSecret,
            ["LEDGER_CONNECTION"] = options.Ledger,
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
