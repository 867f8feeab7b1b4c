using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Advocacy.Benchmarks.Giving;

/// <summary>The least that anybody could do: an endpoint that does nothing, and one that does one durable commit.</summary>
internal sealed class Floor : IAsyncDisposable
{
    private readonly Lock _turn = new();
    private readonly WebApplication _app;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;

    private Floor(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        using (var setup = new SqliteCommand("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)", _connection))
            setup.ExecuteNonQuery();
        _insert = new SqliteCommand("INSERT INTO row (text) VALUES ('a gift')", _connection);

        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.MapGet("/empty", () => Results.Text("{}", "application/json"));
        _app.MapPost("/commit", () =>
        {
            lock (_turn) _insert.ExecuteNonQuery();
            return Results.Text("done");
        });
    }

    public Uri Empty => new(new Uri(_app.Urls.Single()), "/empty");

    public Uri Commit => new(new Uri(_app.Urls.Single()), "/commit");

    public static async Task<Floor> StartAsync(string file)
    {
        var floor = new Floor(file);
        await floor._app.StartAsync();
        return floor;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _insert.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
