using System.Net;
using System.Text;
using System.Text.Json;
using Advocacy.Functions.Ledger;
using Advocacy.Functions.Ledger.Tables;
using Advocacy.TestKit.Ledger;
using Azure.Core;
using Xunit;

namespace Advocacy.Tests.Storage;

/// <summary>The ledger in Azure Tables by a token of the managed identity (RBAC), without a key.</summary>
[Collection(AzuriteWithOAuthGroup.Name)]
public sealed class ManagedIdentityAccess(AzuriteWithOAuth tables)
{
    private const string Role =
        "give the app's identity the role “Storage Table Data Contributor” on the storage account, "
        + "wait up to ten minutes, and see whether its firewall lets the app in.";

    private readonly string _table = $"ledger{Guid.NewGuid():N}";

    [Fact]
    public async Task UsesATokenOfTheUserAssignedIdentityThatIsNamed()
    {
        tables.Identity.Queries.Clear();

        await using var ledger = await OpenAsync(new StorageIdentity(true, IdentityEndpoint.UserAssigned).Credential());
        await ledger.CheckAsync(CancellationToken.None);

        // Once for all that the ledger does.
        var query = Assert.Single(tables.Identity.Queries);
        Assert.Equal(
            ["api-version=2019-08-01", $"client_id={IdentityEndpoint.UserAssigned}", "resource=https://storage.azure.com"],
            query.TrimStart('?').Split('&').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OfAnIdentityThatIsNotAssignedNamesTheSetting() => Assert.Equal(
        "The identity that AZURE_CLIENT_ID names gets no token; assign it to the app, or copy its client ID anew.",
        await RefusalAsync(new StorageIdentity(true, IdentityEndpoint.NotAssigned).Credential()));

    [Fact]
    public async Task WithoutAnIdentityUsesTheAzureCli() => Assert.Equal(
        "The Azure CLI has no token for this account; "
        + "sign in with az login, or write the connection string of an emulator into LEDGER_CONNECTION.",
        await RefusalAsync(new StorageIdentity(false, null).Credential()));

    // Azurite names no code here.
    [Fact]
    public async Task WithATokenForSomethingElseIsRefused() => Assert.Equal(
        $"The ledger in the table {_table} cannot be written: 403; {Role}",
        await RefusalAsync(new FixedToken(IdentityEndpoint.Token("https://vault.azure.net"))));

    [Theory]
    [InlineData("AuthorizationPermissionMismatch")]
    [InlineData("AuthorizationFailure")]
    public async Task WithoutTheRoleNamesTheRole(string code) => Assert.Equal(
        $"The ledger in the table {_table} cannot be written: {code}; {Role}",
        await RefusalAsync(new FixedToken(IdentityEndpoint.Token()), _ => Answer(HttpStatusCode.Forbidden, code)));

    [Fact]
    public async Task IsTriedAgainWhileTheStorageIsBusy()
    {
        var tries = 0;
        await using var ledger = await OpenAsync(
            new FixedToken(IdentityEndpoint.Token()),
            request => EndsWith(request, "/$batch") && tries++ < 2 ? Answer(HttpStatusCode.ServiceUnavailable, "ServerBusy") : null);

        Assert.True(await ledger.RecordAsync(Given.Gift(), CancellationToken.None));

        Assert.Equal(3, tries);
        Assert.Equal(
            new Totals(Given.Campaign, "usd", 5000, 1, 0),
            await ledger.TotalsAsync(Given.Campaign, "usd", null, CancellationToken.None));
    }

    [Fact]
    public async Task WaitsUntilAnEarlierTableIsDeleted()
    {
        var tries = 0;
        await using var ledger = await OpenAsync(
            new FixedToken(IdentityEndpoint.Token()),
            request => EndsWith(request, "/Tables") && tries++ < 2 ? Answer(HttpStatusCode.Conflict, "TableBeingDeleted") : null);

        Assert.Equal(3, tries);
        Assert.True(await ledger.RecordAsync(Given.Gift(), CancellationToken.None));
    }

    private async Task<TablesLedger> OpenAsync(
        TokenCredential credential, Func<HttpRequestMessage, HttpResponseMessage?>? intercept = null) =>
        await TablesLedger.OpenAsync(tables.Account, credential, _table, tables.Transport(intercept), CancellationToken.None);

    /// <summary>Neither the sentence nor what is logged with it holds the token, or the secret of the request for it.</summary>
    private async Task<string> RefusalAsync(TokenCredential credential, Func<HttpRequestMessage, HttpResponseMessage?>? intercept = null)
    {
        var refusal = await Assert.ThrowsAsync<LedgerException>(() => OpenAsync(credential, intercept));
        Assert.DoesNotContain(Environment.GetEnvironmentVariable("IDENTITY_HEADER")!, refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", refusal.ToString(), StringComparison.Ordinal);
        return refusal.Message;
    }

    private static bool EndsWith(HttpRequestMessage request, string path) =>
        request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.Ordinal);

    // As the service says it: https://learn.microsoft.com/rest/api/storageservices/status-and-error-codes2
    private static HttpResponseMessage Answer(HttpStatusCode status, string code)
    {
        var error = new { code, message = new { lang = "en-US", value = "A sentence." } };
        var json = JsonSerializer.Serialize(new Dictionary<string, object> { ["odata.error"] = error });
        return new(status)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
            Headers = { { "x-ms-error-code", code } },
        };
    }

    private sealed class FixedToken(string token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(token, DateTimeOffset.UtcNow.AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
