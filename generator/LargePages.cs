using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Advocacy.Generator;

/// <summary>
/// Has Linux back the memory for new objects by pages of 2 MiB. A build touches as much memory as it is large, and a page of 4 KiB costs an
/// interrupt each time: a quarter of a small build where the machine is a virtual one. <c>tests/Benchmarks/README.md</c> has the figures.
/// </summary>
/// <remarks>
/// The collector reserves far more addresses than it uses, commits them 64 KiB at a time, and keeps them out of crash dumps until then, each of which
/// would keep a page small: all three are asked for at once here. It stays in charge of what it uses. Where the system grants
/// nothing, all is as it was.
/// </remarks>
internal static unsafe partial class LargePages
{
    /// <summary>One of "always", "madvise" and "never" stands in brackets (Linux, Documentation/admin-guide/mm/transhuge.rst).</summary>
    private const string Policy = "/sys/kernel/mm/transparent_hugepage/enabled";

    /// <summary>In bytes.</summary>
    private const nint PageSize = 2 << 20;

    /// <summary>In bytes, from the first object on: what ten thousand releases are built in.</summary>
    private const nint Reach = 192 << 20;

    /// <summary>In bytes: what a hundred releases are built in, so that nothing is collected before.</summary>
    private const long Uncollected = 32 << 20;

    /// <summary>In bytes, of the machine or the container. The collector reserves at least twice as many addresses.</summary>
    private const long LeastMemory = 1L << 30;

    /// <summary>Before the build begins, in the native program only: what the collector reserves is known there.</summary>
    public static void Ask()
    {
        if (RuntimeFeature.IsDynamicCodeSupported || !OperatingSystem.IsLinux() || GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < LeastMemory || !AreGranted())
            return;
        object first = new();
        var start = *(nint*)Unsafe.AsPointer(ref first) & -PageSize;
        const int HugePage = 14, DoDump = 17, ReadAndWrite = 3;
        if (Advise(start, Reach, HugePage) == 0 && Advise(start, Reach, DoDump) == 0 && Protect(start, Reach, ReadAndWrite) == 0)
            GC.TryStartNoGCRegion(Uncollected, disallowFullBlockingGC: true);
    }

    private static bool AreGranted()
    {
        try
        {
            return !File.ReadAllText(Policy).Contains("[never]", StringComparison.Ordinal);
        }
        // A kernel without large pages, or a sandbox that hides its settings.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nint length, int advice);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(nint start, nint length, int access);
}
