using Microsoft.Data.Sqlite;

namespace Advocacy.Functions.Ledger.Sqlite;

/// <summary>
/// Each step takes a file one version further; SQLite's user_version counts the steps taken. Steps are never changed, only added.
/// </summary>
internal static class SqliteSchema
{
    public static readonly IReadOnlyList<string> Steps =
    [
        """
        CREATE TABLE fact (gift TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL,
            PRIMARY KEY (gift, key)) WITHOUT ROWID;
        CREATE INDEX settled ON fact (at, gift) WHERE key = 'gift';
        CREATE TABLE total (campaign TEXT NOT NULL, currency TEXT NOT NULL, raised INTEGER NOT NULL, gifts INTEGER NOT NULL,
            PRIMARY KEY (campaign, currency)) WITHOUT ROWID;
        CREATE TABLE minute (campaign TEXT NOT NULL, currency TEXT NOT NULL, minute INTEGER NOT NULL, raised INTEGER NOT NULL,
            PRIMARY KEY (campaign, currency, minute)) WITHOUT ROWID;
        """,
        "CREATE TABLE mark (name TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;",
        // A fact may be a dispute's fee from here on, which an earlier program could not read.
        "SELECT 1;",
    ];

    /// <exception cref="LedgerException">The file was written by a later version of this program.</exception>
    public static void Migrate(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        var version = Convert.ToInt32(Run(connection, transaction, "PRAGMA user_version"), null);
        if (version > Steps.Count)
        {
            throw new LedgerException(
                $"The ledger {connection.DataSource} has version {version}, "
            + $"and this program knows {Steps.Count}; run the later program.");
        }
        foreach (var step in Steps.Skip(version)) Run(connection, transaction, step);
        Run(connection, transaction, $"PRAGMA user_version = {Steps.Count}");
        transaction.Commit();
    }

    private static object? Run(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Review SQL queries for security vulnerabilities: every text is a constant of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
