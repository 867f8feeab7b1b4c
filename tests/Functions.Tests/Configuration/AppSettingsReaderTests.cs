using System.Collections.Immutable;
using Advocacy.Functions.Configuration;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Ledger.Tables;
using Xunit;

namespace Advocacy.Tests.Functions.Configuration;

public sealed class AppSettingsReaderTests
{
    private const string TablesExample = "tables:https://ACCOUNT.table.core.windows.net";
    private const string NotStripe =
        "STRIPE_API_BASE is neither Stripe's address nor on this machine; take it away, or set it to https://api.stripe.com.";
    private const string KindsOfLedger =
        $"write sqlite: and the path of a file, or tables: and the address of a storage account's tables, such as {TablesExample}.";
    private const string NoKindOfLedger = $"LEDGER_CONNECTION names no kind of ledger; {KindsOfLedger}";
    private const string InMemory =
        "LEDGER_CONNECTION keeps the ledger in memory, where a restart loses it; write sqlite: and the path of a file.";
    private const string NotEncrypted =
        "LEDGER_CONNECTION's address is not encrypted; write it with https://, or for an emulator write its connection string.";
    private const string KeyInAddress =
        $"LEDGER_CONNECTION holds an address with a key in it; write the address alone, as in {TablesExample}, "
        + "and give the app's identity the role “Storage Table Data Contributor”.";
    private const string NotOfTables =
        $"LEDGER_CONNECTION's address is not that of a storage account's tables; write it as {TablesExample}.";
    private const string ConnectionNotEncrypted =
        $"LEDGER_CONNECTION's connection string is not encrypted; write https in it, or better {TablesExample} in its place.";

    private static readonly ImmutableDictionary<string, string> _valid = ImmutableDictionary.CreateRange<string, string>(
    [
        new("STRIPE_SECRET_KEY", "sk_test_standin"),
        new("STRIPE_WEBHOOK_SECRET", "whsec_one"),
        new("LEDGER_CONNECTION", "sqlite:/tmp/ledger.db"),
        new("SITE_URL", "http://127.0.0.1:5080"),
    ]);

    [Theory]
    [InlineData("STRIPE_SECRET_KEY=", "STRIPE_SECRET_KEY is not set; copy the secret key from Stripe's dashboard, under Developers.")]
    [InlineData(
        "STRIPE_SECRET_KEY=pk_test_1",
        "STRIPE_SECRET_KEY holds a publishable key; set it to the secret or restricted key, which begins with sk_ or rk_.")]
    [InlineData(
        "STRIPE_SECRET_KEY=hunter2",
        "STRIPE_SECRET_KEY is not a key of Stripe; set it to one that begins with sk_test_, rk_test_, sk_live_ or rk_live_.")]
    [InlineData(
        "STRIPE_WEBHOOK_SECRET= , ",
        "STRIPE_WEBHOOK_SECRET is not set; copy the signing secret of the webhook endpoint from Stripe's dashboard.")]
    [InlineData(
        "STRIPE_WEBHOOK_SECRET=whsec_a,sk_test_1",
        "STRIPE_WEBHOOK_SECRET holds something that is no signing secret; "
        + "write one that begins with whsec_, or several with commas between them.")]
    [InlineData("STRIPE_API_BASE=https://api.stripe.com.example.org", NotStripe)]
    [InlineData("STRIPE_API_BASE=http://api.stripe.com", NotStripe)]
    [InlineData("STRIPE_API_BASE=http://127.0.0.1@example.org", NotStripe)]
    [InlineData("LEDGER_CONNECTION=", $"LEDGER_CONNECTION is not set; {KindsOfLedger}")]
    [InlineData("LEDGER_CONNECTION=postgres:x", NoKindOfLedger)]
    [InlineData("LEDGER_CONNECTION=https://gifts.table.core.windows.net", NoKindOfLedger)]
    [InlineData("LEDGER_CONNECTION=tables:", NoKindOfLedger)]
    [InlineData("LEDGER_CONNECTION=tables:http://gifts.table.core.windows.net", NotEncrypted)]
    [InlineData("LEDGER_CONNECTION=tables:http://127.0.0.1:10002/devstoreaccount1", NotEncrypted)]
    [InlineData("LEDGER_CONNECTION=tables:https://gifts.table.core.windows.net/?sv=2024-11-04&sig=c2VjcmV0", KeyInAddress)]
    [InlineData("LEDGER_CONNECTION=tables:https://gifts:secret@gifts.table.core.windows.net", KeyInAddress)]
    [InlineData("LEDGER_CONNECTION=tables:https://gifts.table.core.windows.net;AccountKey=c2VjcmV0", KeyInAddress)]
    [InlineData("LEDGER_CONNECTION=tables:https://127.0.0.1:10002/devstoreaccount1?sig=c2VjcmV0", KeyInAddress)]
    [InlineData("LEDGER_CONNECTION=tables:https://gifts.table.core.windows.net/ledger", NotOfTables)]
    [InlineData("LEDGER_CONNECTION=tables:https://gifts.table.core.windows.net:8443", NotOfTables)]
    [InlineData("LEDGER_CONNECTION=tables:https://gifts.blob.core.windows.net", NotOfTables)]
    [InlineData("LEDGER_CONNECTION=tables:https://table.core.windows.net.example.org", NotOfTables)]
    [InlineData("LEDGER_CONNECTION=tables:https://", NotOfTables)]
    [InlineData(
        "LEDGER_CONNECTION=tables:DefaultEndpointsProtocol=http;AccountName=a;AccountKey=b;EndpointSuffix=core.windows.net",
        ConnectionNotEncrypted)]
    [InlineData(
        "LEDGER_CONNECTION=tables:AccountName=a;AccountKey=b;TableEndpoint=http://gifts.table.core.windows.net/",
        ConnectionNotEncrypted)]
    [InlineData(
        "AZURE_CLIENT_ID=c2VjcmV0",
        "AZURE_CLIENT_ID is not a client ID; copy it from the overview of the user-assigned identity, or take it away for the app's own.")]
    [InlineData("SITE_URL=", "SITE_URL is not set; write the address of the published site, such as https://www.example.org.")]
    [InlineData(
        "SITE_URL=www.example.org",
        "SITE_URL “www.example.org” is not the address of a site; write scheme and host only, such as https://www.example.org.")]
    [InlineData(
        "SITE_URL=https://www.example.org/donate/",
        "SITE_URL “https://www.example.org/donate/” is not the address of a site; "
        + "write scheme and host only, such as https://www.example.org.")]
    [InlineData("SITE_URL=http://www.example.org", "SITE_URL “http://www.example.org” is not encrypted; write it with https://.")]
    [InlineData(
        "DONATIONS_DISABLED=off",
        "DONATIONS_DISABLED “off” can be read two ways; write true to take no donations, or false to take them.")]
    [InlineData("RATE_LIMIT_PER_IP=0", "RATE_LIMIT_PER_IP “0” is not a number from 1 to 100000; write one, or take it away for 60.")]
    [InlineData("RATE_LIMIT_TOTAL=1e3", "RATE_LIMIT_TOTAL “1e3” is not a number from 1 to 100000; write one, or take it away for 600.")]
    [InlineData("LEDGER_CONNECTION=sqlite::memory:", InMemory)]
    [InlineData("LEDGER_CONNECTION=sqlite:file:gifts?mode=memory&cache=shared", InMemory)]
    [InlineData("GIVING_OFF=true", "GIVING_OFF is now DONATIONS_DISABLED; rename it.")]
    [InlineData("GIVING_RATE_ADDRESS=10", "GIVING_RATE_ADDRESS is now RATE_LIMIT_PER_IP; rename it.")]
    [InlineData("GIVING_RATE_ALL=10", "GIVING_RATE_ALL is now RATE_LIMIT_TOTAL; rename it.")]
    [InlineData("LEDGER=sqlite:/tmp/ledger.db", "LEDGER is now LEDGER_CONNECTION; rename it.")]
    [InlineData(
        "OTEL_EXPORTER_OTLP_ENDPOINT=collector",
        "OTEL_EXPORTER_OTLP_ENDPOINT is not an address; write one such as http://localhost:4317, or take it away.")]
    public void InvalidSettingIsOneSentenceWithItsNameAndTheRemedy(string setting, string sentence)
    {
        var (name, value) = (setting[..setting.IndexOf('=')], setting[(setting.IndexOf('=') + 1)..]);

        var (settings, problems) = Read(_valid.SetItem(name, value));

        Assert.Null(settings);
        Assert.Equal(sentence, Assert.Single(problems));
    }

    [Fact]
    public void OldNameAloneIsNoMissingSettingToo() => Assert.Equal(
        "LEDGER is now LEDGER_CONNECTION; rename it.",
        Assert.Single(Read(_valid.Remove("LEDGER_CONNECTION").SetItem("LEDGER", "sqlite:/tmp/ledger.db")).Problems));

    [Theory]
    [InlineData("tables:UseDevelopmentStorage=true", 1)]
    [InlineData("tables:DefaultEndpointsProtocol=http;AccountName=a;AccountKey=b;TableEndpoint=http://127.0.0.1:10002/a;", 1)]
    [InlineData("tables:https://127.0.0.1:10002/devstoreaccount1", 1)]
    [InlineData("tables:https://[::1]:10002/devstoreaccount1", 1)]
    [InlineData("tables:https://gifts.table.core.windows.net", 0)]
    [InlineData("tables:https://gifts.z12.table.storage.azure.net/", 0)]
    [InlineData("tables:DefaultEndpointsProtocol=https;AccountName=a;AccountKey=b;EndpointSuffix=core.windows.net", 0)]
    [InlineData("sqlite:/srv/ledger.db", 0)]
    public void LiveKeyGoesWithNoEmulator(string ledger, int problems)
    {
        const string Sentence = "LEDGER_CONNECTION is a storage emulator but STRIPE_SECRET_KEY is a live key; "
            + "use a test key here, or the address of a storage account's tables.";
        var live = _valid
            .SetItem("STRIPE_SECRET_KEY", "sk_live_1")
            .SetItem("SITE_URL", "https://www.example.org")
            .SetItem("LEDGER_CONNECTION", ledger);

        Assert.Equal(Enumerable.Repeat(Sentence, problems), Read(live).Problems);
    }

    [Fact]
    public void KeyIsLiveByItsBeginning() =>
        Assert.False(Read(_valid.SetItem("STRIPE_SECRET_KEY", "sk_test_a_live_b")).Settings!.Live);

    [Theory]
    [InlineData(
        "http://127.0.0.1:5080", null,
        "SITE_URL is on this machine but STRIPE_SECRET_KEY is a live key; use a test key here, or set SITE_URL to the published site.")]
    [InlineData(
        "https://www.example.org", "http://127.0.0.1:9000/stripe",
        "STRIPE_API_BASE is on this machine but STRIPE_SECRET_KEY is a live key; take STRIPE_API_BASE away, or use a test key.")]
    public void LiveKeyGoesWithNothingOnThisMachine(string site, string? stripe, string sentence)
    {
        var live = _valid.SetItem("STRIPE_SECRET_KEY", "rk_live_1").SetItem("SITE_URL", site).SetItem("STRIPE_API_BASE", stripe ?? "");

        Assert.Equal(sentence, Assert.Single(Read(live).Problems));
    }

    [Fact]
    public void ValidSettingsAreTaken()
    {
        var (settings, problems) = Read(_valid
            .SetItem("STRIPE_API_BASE", "http://127.0.0.1:9000/stripe/")
            .SetItem("DONATIONS_DISABLED", "True"));

        Assert.Empty(problems);
        Assert.Equal(
            ("http://127.0.0.1:9000/stripe", true, false, 60, 600),
            (settings!.StripeBase, settings.DonationsDisabled, settings.Live, settings.RateLimitPerIp, settings.RateLimitTotal));
    }

    [Fact]
    public void IdentityIsTheAppsOwnUnlessOneIsNamed()
    {
        const string Id = "00000000-1111-2222-3333-444444444444";

        Assert.Equal(new StorageIdentity(false, null), IdentityOf(_valid));
        var managed = _valid.SetItem("IDENTITY_ENDPOINT", "http://127.0.0.1:41000/msi/token");
        Assert.Equal(new StorageIdentity(true, null), IdentityOf(managed));
        Assert.Equal(new StorageIdentity(true, Id), IdentityOf(managed.SetItem("AZURE_CLIENT_ID", Id)));

        static StorageIdentity IdentityOf(ImmutableDictionary<string, string> environment) => Read(environment).Settings!.Identity;
    }

    private static (AppSettings? Settings, ImmutableArray<string> Problems) Read(ImmutableDictionary<string, string> environment) =>
        AppSettingsReader.Read(environment.GetValueOrDefault);
}
