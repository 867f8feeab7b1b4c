using System.Net;
using System.Text;
using Advocacy.Preview.FunctionsHost;
using Advocacy.TestKit.Functions;
using Advocacy.TestKit.Stripe;
using Advocacy.Theme.Layout;
using Stripe;
using Xunit;
using File = System.IO.File;

namespace Advocacy.Tests.Preview.Backend;

/// <summary>The preview with the keys of a test account, as far as it goes without asking Stripe.</summary>
[Collection(PublishedCampaignGroup.Name)]
public sealed class StripeTestAccount(PublishedCampaign published) : IAsyncLifetime
{
    private const string Key = "sk_test_ofanaccount";
    private const string Secret = "whsec_ofanaccount";

    private PreviewWithGiving _preview = null!;

    public async Task InitializeAsync() =>
        _preview = await PreviewWithGiving.StartAsync(published, options => options with { Account = new(Key, Secret) });

    public async Task DisposeAsync() => await _preview.DisposeAsync();

    [Fact]
    public async Task StartsNoStandInAndShowsWhatToDo()
    {
        using var panel = await _preview.GetAsync("/_preview/");
        var text = await panel.Content.ReadAsStringAsync();

        Assert.Null(_preview.LocalBackend.Stripe);
        Assert.Contains(
            "Stripe: your test account. "
            + $"Let its events come here with: stripe listen --forward-to {_preview.Origin}/api/stripe/webhook",
            _preview.Terminal);
        Assert.Contains("Gifts go through your Stripe test account.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"gifts\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivesTheFunctionsTheKeysAndNoOtherAddressThanStripes()
    {
        var worker = Assert.IsType<WorkerState.Running>(_preview.State).Process;
        var settings = File.ReadAllText($"/proc/{worker}/environ").Split('\0');

        using var answer = await _preview.GetAsync("/api/health");

        Assert.Contains($"STRIPE_SECRET_KEY={Key}", settings);
        Assert.Contains($"STRIPE_WEBHOOK_SECRET={Secret}", settings);
        Assert.DoesNotContain(settings, setting => setting.StartsWith("STRIPE_API_BASE=", StringComparison.Ordinal));
        // A base on this machine would stand in the policy, too.
        Assert.Equal(BrowserSecurity.ContentSecurityPolicy, answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    /// <summary>An event of another program on the account: Stripe itself need not be asked about it.</summary>
    [Fact]
    public async Task TakesAWebhookThatIsSignedWithTheAccountsSecret()
    {
        var received = StripeEvents.Event("checkout.session.completed", StripeEvents.Session(metadata: [])).ToJsonString();

        Assert.Equal(HttpStatusCode.BadRequest, await PostEventAsync(received, "whsec_standin"));
        Assert.Equal(HttpStatusCode.OK, await PostEventAsync(received, Secret));
    }

    private async Task<HttpStatusCode> PostEventAsync(string received, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/stripe/webhook", UriKind.Relative));
        request.Content = new StringContent(received, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("Stripe-Signature", EventUtility.GenerateSignatureHeader(received, secret));
        using var answer = await _preview.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
