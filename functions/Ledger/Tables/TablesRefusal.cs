using Azure;

namespace Advocacy.Functions.Ledger.Tables;

/// <summary>Why Azure Table Storage refused, in a few words for an operator.</summary>
internal static class TablesRefusal
{
    /// <returns>Null where the exception is not of the storage.</returns>
    public static string? ReasonOf(Exception e) => e switch
    {
        RequestFailedException { ErrorCode: "TableBeingDeleted" } => "TableBeingDeleted; start again in a minute",
        // A wrong key is AuthenticationFailed. Every other 403 is about what an identity may do, or from where:
        // https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes. A new role takes its time:
        // https://learn.microsoft.com/azure/role-based-access-control/troubleshooting (changes are not being detected).
        RequestFailedException { Status: 403, ErrorCode: not "AuthenticationFailed" } failed =>
            $"{failed.ErrorCode ?? "403"}; give the app's identity the role "
            + "“Storage Table Data Contributor” on the storage account, wait up to ten minutes, "
            + "and see whether its firewall lets the app in",
        RequestFailedException failed => failed.ErrorCode ?? "no answer",
        // What the client throws once it has tried several times in vain.
        AggregateException tried => (tried.InnerException as RequestFailedException)?.ErrorCode ?? "no answer",
        _ => null,
    };
}
