using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Data.Sqlite;

namespace Advocacy.TestWorker;

/// <summary>The least that a function can do: nothing, and one durable commit. Benchmarks compare with it.</summary>
public static class Floor
{
    /// <summary>The setting that names the file of the commits.</summary>
    public const string Setting = "TESTWORKER_LEDGER";

    private static readonly Lock _turn = new();
    private static readonly Lazy<SqliteCommand> _insert = new(Open);

    [Function("Empty")]
    public static IResult Empty([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "empty")] HttpRequest request) =>
        Results.Text("{}", "application/json");

    [Function("Commit")]
    public static IResult Commit([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "commit")] HttpRequest request)
    {
        lock (_turn)
            _insert.Value.ExecuteNonQuery();
        return Results.Text("done");
    }

    private static SqliteCommand Open()
    {
        var file = Environment.GetEnvironmentVariable(Setting)
            ?? throw new InvalidOperationException($"{Setting} is not set; let it name a file.");
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        const string Schema = "CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, text TEXT)";
        using (var setup = new SqliteCommand($"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; {Schema}", connection))
            setup.ExecuteNonQuery();
        return new("INSERT INTO row (text) VALUES ('a gift')", connection);
    }
}
