using Azure.Core;
using Azure.Identity;

namespace Advocacy.Functions.Ledger.Tables;

/// <summary>As whom the app signs in to Azure Storage where it has no key.</summary>
/// <param name="IsManaged">
/// Whether Azure lends the app an identity, which it says by setting IDENTITY_ENDPOINT; elsewhere the Azure CLI's is taken.
/// <see href="https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference"/>
/// </param>
/// <param name="ClientId">Of the user-assigned identity; null for the app's own, the system-assigned one.</param>
public sealed record StorageIdentity(bool IsManaged, string? ClientId)
{
    // One way to sign in where the app runs, and one where its engineers do. DefaultAzureCredential tries a dozen, each with its own wait:
    // https://learn.microsoft.com/dotnet/azure/sdk/authentication/best-practices#use-deterministic-credentials-in-production-environments
    public TokenCredential Credential() => this switch
    {
        { IsManaged: false } => new Explained(
            new AzureCliCredential(),
            "The Azure CLI has no token for this account; "
                + "sign in with az login, or write the connection string of an emulator into LEDGER_CONNECTION."),
        { ClientId: { } id } => new Explained(
            new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id)),
            "The identity that AZURE_CLIENT_ID names gets no token; assign it to the app, or copy its client ID anew."),
        _ => new Explained(
            new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
            "The app's own identity gets no token; turn on the app's system-assigned identity, "
                + "or set AZURE_CLIENT_ID to the client ID of a user-assigned one."),
    };

    private sealed class Explained(TokenCredential credential, string sentence) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            try
            {
                return credential.GetToken(requestContext, cancellationToken);
            }
            catch (AuthenticationFailedException e)
            {
                throw new LedgerException(sentence, e);
            }
        }

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            try
            {
                return await credential.GetTokenAsync(requestContext, cancellationToken);
            }
            catch (AuthenticationFailedException e)
            {
                throw new LedgerException(sentence, e);
            }
        }
    }
}
