using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Advocacy.Generator.Text;

namespace Advocacy.Generator.Documents.Reading;

/// <summary>
/// Reads a PDF in a process of its own. Nothing else stops a parser that goes round in circles, calls itself until the stack is full, or
/// inflates a small stream to more than the machine has: such a process is ended, and the build goes on.
/// </summary>
public static class SeparateReading
{
    /// <summary>The word that makes the generator read one file and answer on its standard output.</summary>
    public const string Command = "inspect";

    /// <summary>Between what is answered first and what follows; no text holds it.</summary>
    private const char Part = '\f';

    /// <summary>Bytes.</summary>
    public const long Memory = 512 * RoundedUp.Mebibyte;

    /// <summary>Of a processor: a busy machine makes no file slow.</summary>
    public static readonly TimeSpan Work = TimeSpan.FromSeconds(20);

    /// <summary>By the clock, for what waits instead of working.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly SemaphoreSlim _places = new(Environment.ProcessorCount);

    /// <param name="work">How much of a processor's time it may take; <see cref="Work"/> where null.</param>
    public static PdfReading Read(string file, TimeSpan? work = null)
    {
        _places.Wait();
        try
        {
            using var process = Process.Start(Start(file))
                ?? throw new InvalidOperationException("The generator could not be started again.");
            // What the runtime says of a crash is for nobody; unread, it would fill its pipe and stop the process.
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var answer = process.StandardOutput.ReadToEndAsync();
            var excess = Watch(process, work ?? Work);
            return Answered(answer.GetAwaiter().GetResult(), excess, excess is null && process.ExitCode == 0);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>What was examined is published, even where its text could not be put in order within the limits.</summary>
    private static PdfReading Answered(string answer, PdfReading? excess, bool hasEnded)
    {
        var parts = answer.Split(Part);
        return hasEnded ? PdfReading.Of(parts[^1])
            : parts.Length > 1 && PdfReading.Of(parts[0]) is ReadPdf examined ? examined with { IsUnread = true }
            : excess ?? new DamagedPdf();
    }

    /// <summary>The other side: reads the file, and answers.</summary>
    public static int Answer(string file, Stream output)
    {
        // The process that waits for the answer may be gone, and nothing else would end this one.
        using var end = new Timer(_ => Environment.Exit(1), null, Patience, Timeout.InfiniteTimeSpan);
        // Said here and not to the runtime from outside: a native program does not listen to that.
        AppContext.SetData("GCHeapHardLimit", (ulong)Memory);
        GC.RefreshMemoryLimit();
        // PdfPig goes on where a stream was too large to inflate, as if the page were empty.
        var greedy = false;
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => greedy |= thrown.Exception is OutOfMemoryException;
        var reading = PdfReader.Read(File.ReadAllBytes(file), examined =>
        {
            if (!greedy)
                Write($"{examined.Written()}{Part}");
        });
        Write((greedy ? new GreedyPdf() : reading).Written());
        return 0;

        void Write(string text)
        {
            output.Write(Encoding.UTF8.GetBytes(text));
            output.Flush();
        }
    }

    /// <returns>Null where the process ended by itself.</returns>
    private static PdfReading? Watch(Process process, TimeSpan work)
    {
        var clock = Stopwatch.StartNew();
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(20)))
        {
            if (Excess(process, work, clock.Elapsed) is { } excess)
            {
                process.Kill();
                process.WaitForExit();
                return excess;
            }
        }
        return null;
    }

    private static PdfReading? Excess(Process process, TimeSpan work, TimeSpan elapsed)
    {
        try
        {
            process.Refresh();
            // The heap has its own limit; twice that is what a process with all its code may reach.
            return process.WorkingSet64 > 2 * Memory ? new GreedyPdf()
                : process.TotalProcessorTime > work || elapsed > Patience ? new SlowPdf()
                : null;
        }
        // It has ended in the meantime: .NET says so by the one, and by the other where only its times are gone from /proc.
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    private static ProcessStartInfo Start(string file)
    {
        var (program, arguments) = Itself();
        var start = new ProcessStartInfo(program, [.. arguments, Command, Path.GetFullPath(file)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }

    /// <summary>The generator stands beside whatever program uses it: itself, the preview, the tests.</summary>
    private static (string Program, string[] Arguments) Itself()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "generator");
        return Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet"
            ? (host, [$"{beside}.dll"])
            : (OperatingSystem.IsWindows() ? $"{beside}.exe" : beside, []);
    }
}
