using System.Text.RegularExpressions;
using Advocacy.Generator.Images;
using Advocacy.Generator.Loading;
using NetVips;

namespace Advocacy.Generator;

/// <summary>What the machine refuses, and no writer and no fault of the program is the reason of: disk, rights, memory.</summary>
public static partial class MachineFailure
{
    private const string OtherDisk = "free some space, or name a folder on another disk";

    /// <param name="folder">What the problem is reported of where the exception names no file.</param>
    /// <returns>Null where the exception is a fault of the program.</returns>
    public static Problem? Of(Exception exception, string folder) => exception switch
    {
        AggregateException several when several.Flatten().InnerExceptions.Select(inner => Of(inner, folder)).ToArray() is var all =>
            Array.TrueForAll(all, problem => problem is not null) ? all.FirstOrDefault() : null,
        DirectoryNotFoundException when FileAbove(PathIn(exception)) is { } file =>
            new Problem(file, 1, "this is a file, and not a folder", "name another folder"),
        _ when Reason(exception) is var (what, fix) => new Problem(PathIn(exception) ?? folder, 1, what, fix),
        _ => null,
    };

    private static (string What, string Fix)? Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => NoRight,
        FileNotFoundException or DirectoryNotFoundException => ("it is not there any more", "put it back, and run the command again"),
        PathTooLongException => ("the name is too long for this disk", "shorten it"),
        IOException io => Reason(io),
        OutOfMemoryException => NoMemory,
        VipsException vips when LibVips.IsOutOfMemory(vips) => NoMemory,
        TypeInitializationException { InnerException: DllNotFoundException } or DllNotFoundException =>
            ("a library for pictures (libvips) cannot be loaded", "build the program again on this machine"),
        _ => null,
    };

    private static (string What, string Fix) NoRight =>
        ("this user may not read or write it", "give the right to it (chmod, chown), or run the command as its owner");

    private static (string What, string Fix) NoMemory =>
        ("the machine has no memory left", "close other programs, and run the command again");

    // Numbers of errors as Linux and macOS have them, and then Windows.
    private static (string What, string Fix) Reason(IOException exception) => (exception.HResult & 0xFFFF) switch
    {
        28 or 69 or 112 or 122 => ("the disk is full", OtherDisk),
        1 or 13 => NoRight,
        30 or 19 => ("the disk can only be read", "name a folder on a disk that can be written"),
        24 => ("too many files are open", "close other programs, or raise the limit (ulimit -n)"),
        5 => ("the disk does not answer as it should", "look after the disk, and run the command again"),
        _ => ($"it cannot be read or written ({Words(exception)})", "look after it, and run the command again"),
    };

    private static string? FileAbove(string? path)
    {
        while (!string.IsNullOrEmpty(path) && !File.Exists(path))
            path = Path.GetDirectoryName(path);
        return string.IsNullOrEmpty(path) ? null : path;
    }

    private static string Words(IOException exception) => QuotedPath().Replace(exception.Message, "").Trim(' ', '.', ':');

    /// <returns>As writers name it: from the folder that the command runs in.</returns>
    private static string? PathIn(Exception exception) =>
        QuotedPath().Match(exception.Message) is { Success: true } match ? Shown(match.Groups["path"].Value) : null;

    private static string Shown(string path) =>
        Path.GetRelativePath(Environment.CurrentDirectory, path) is var near && near.StartsWith("..", StringComparison.Ordinal)
            ? path
            : near.Replace('\\', '/');

    [GeneratedRegex("'(?<path>[^\\n]+)'")]
    private static partial Regex QuotedPath();
}
