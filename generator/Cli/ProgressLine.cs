using System.Globalization;

namespace Advocacy.Generator.Cli;

/// <summary>
/// Says how far a long build has come: on a terminal in one line that changes, elsewhere, where every line stays, in a line now and then.
/// A short build says nothing.
/// </summary>
/// <param name="isTerminal">Whether a line can be written over.</param>
public sealed class ProgressLine(TextWriter output, bool isTerminal, TimeProvider time) : IProgress<BuildProgress>
{
    private readonly TimeSpan _quiet = TimeSpan.FromSeconds(isTerminal ? 1 : 3);
    private readonly TimeSpan _pause = isTerminal ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(3);
    private readonly Lock _lock = new();
    private long _said = time.GetTimestamp();
    private TimeSpan _wait = TimeSpan.FromSeconds(isTerminal ? 1 : 3);
    private int _written;

    public void Report(BuildProgress value)
    {
        if (time.GetElapsedTime(Volatile.Read(ref _said)) < _wait || !_lock.TryEnter())
            return;
        try
        {
            if (time.GetElapsedTime(_said) < _wait)
                return;
            _said = time.GetTimestamp();
            _wait = _pause;
            var line = string.Create(CultureInfo.InvariantCulture, $"{value.Done:N0} of {value.Of:N0} pages");
            if (isTerminal)
                output.Write($"\r{line.PadRight(_written)}");
            else
                output.WriteLine(line);
            _written = line.Length;
        }
        finally
        {
            _lock.Exit();
        }
    }

    /// <summary>Ends a build: the line is wiped for what comes next, and the next build is quiet at first, too.</summary>
    public void End()
    {
        lock (_lock)
        {
            if (isTerminal && _written > 0)
                output.Write($"\r{new string(' ', _written)}\r");
            _written = 0;
            _wait = _quiet;
            _said = time.GetTimestamp();
        }
    }
}
