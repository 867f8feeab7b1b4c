using System.Collections.Immutable;
using Advocacy.Preview.FunctionsHost.Rpc;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>What the worker wrote last, which is shown in the terminal too.</summary>
internal sealed class WorkerLog(Action<string> say)
{
    private const int LinesKept = 200;

    private static readonly ImmutableArray<string> _errors = ["error", "fail", "severe", "unhandled exception"];

    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = [];

    public ImmutableArray<string> Lines
    {
        get { lock (_lock) return [.. _lines]; }
    }

    public void Say(string line) => say(line);

    /// <param name="line">Null at the end of the output.</param>
    public void FromOutput(string? line) => Write(RpcLog.Types.Level.Information, line);

    public void FromError(string? line) => Write(LevelOf(line), line);

    public void FromWorker(RpcLog log)
    {
        if (log.LogCategory == RpcLog.Types.RpcLogCategory.CustomMetric || log.Level < RpcLog.Types.Level.Information)
            return;
        // The worker writes the stack into the message, too.
        var text = $"{log.Message}\n{log.Exception?.Message}";
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Write(log.Level, line);
    }

    // The host knows no levels of standard error, and goes by these words.
    private static RpcLog.Types.Level LevelOf(string? line) =>
        line is null ? RpcLog.Types.Level.Information
        : line.Contains("warn", StringComparison.OrdinalIgnoreCase) ? RpcLog.Types.Level.Warning
        : _errors.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)) ? RpcLog.Types.Level.Error
        : RpcLog.Types.Level.Information;

    private void Write(RpcLog.Types.Level level, string? line)
    {
        if (string.IsNullOrEmpty(line))
            return;
        var whole = level switch
        {
            RpcLog.Types.Level.Warning => $"warning: {line}",
            RpcLog.Types.Level.Error or RpcLog.Types.Level.Critical => $"error: {line}",
            _ => line,
        };
        lock (_lock)
        {
            _lines.Enqueue(whole);
            if (_lines.Count > LinesKept)
                _lines.Dequeue();
        }
        say($"functions: {whole}");
    }
}
