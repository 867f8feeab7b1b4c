using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Advocacy.Functions.Ledger.Sqlite;

/// <summary>The one connection that writes. Its commits are on the disk when they return.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _facts, _upsert, _total, _minute, _mark;

    public SqliteWriter(SqliteConnection connection)
    {
        _connection = connection;
        Pragma("PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        SqliteSchema.Migrate(connection);
        _facts = Prepare("SELECT body FROM fact WHERE gift = $gift ORDER BY key", "$gift");
        _upsert = Prepare(
            "INSERT INTO fact VALUES ($gift, $key, $at, $body) ON CONFLICT DO UPDATE SET at = excluded.at, body = excluded.body",
            "$gift", "$key", "$at", "$body");
        _total = Prepare(
            "INSERT INTO total VALUES ($campaign, $currency, $raised, $gifts) "
            + "ON CONFLICT DO UPDATE SET raised = raised + excluded.raised, gifts = gifts + excluded.gifts",
            "$campaign", "$currency", "$raised", "$gifts");
        _minute = Prepare(
            "INSERT INTO minute VALUES ($campaign, $currency, $minute, $raised) "
            + "ON CONFLICT DO UPDATE SET raised = raised + excluded.raised",
            "$campaign", "$currency", "$minute", "$raised");
        _mark = Prepare("INSERT INTO mark VALUES ($name, $at) ON CONFLICT DO UPDATE SET at = excluded.at", "$name", "$at");
    }

    /// <summary>Does all of the work, or none of it, in one durable transaction.</summary>
    public void Commit(IEnumerable<Action<SqliteWriter>> work)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var command in new[] { _facts, _upsert, _total, _minute, _mark }) command.Transaction = transaction;
        foreach (var one in work) one(this);
        transaction.Commit();
    }

    /// <returns>Whether the fact was new.</returns>
    public bool Post(Fact fact)
    {
        var before = LedgerGift.Stored(fact.Gift, () => Facts(fact.Gift));
        var after = before.With(fact);
        if (ReferenceEquals(before, after)) return false;

        Run(_upsert, fact.Gift, fact.Key, fact.At.ToUnixTimeSeconds(), FactText.Of(fact));
        foreach (var movement in Movement.Between(before, after))
        {
            Run(_total, movement.Campaign, movement.Currency, movement.Raised, movement.Gifts);
            Run(_minute, movement.Campaign, movement.Currency, movement.Minute, movement.Raised);
        }
        return !before.Knows(fact);
    }

    public void Mark(string name, DateTimeOffset at) => Run(_mark, name, at.ToUnixTimeSeconds());

    public void Dispose()
    {
        foreach (var command in new[] { _facts, _upsert, _total, _minute, _mark }) command.Dispose();
        _connection.Dispose();
    }

    private ImmutableArray<Fact> Facts(string gift)
    {
        _facts.Parameters[0].Value = gift;
        using var reader = _facts.ExecuteReader();
        var facts = ImmutableArray.CreateBuilder<Fact>();
        while (reader.Read()) facts.Add(FactText.Read(reader.GetString(0)));
        return facts.ToImmutable();
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private void Pragma(string sql)
    {
        using var command = new SqliteCommand(sql, _connection);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = new SqliteCommand(sql, _connection);
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }
}
