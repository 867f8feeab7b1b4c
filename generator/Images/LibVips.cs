using System.Runtime.CompilerServices;
using NetVips;

namespace Advocacy.Generator.Images;

/// <summary>The door to libvips. Not opened while everything is in the cache, since loading it takes longer than a small build.</summary>
internal static class LibVips
{
    // Kept here, since libvips holds only a pointer to it.
    private static readonly Log.LogDelegate Silence = (_, _, _) => { };
    private static readonly Lazy<uint> Opened = new(() =>
    {
        // The published program leaves it out of its start.
        if (!ModuleInitializer.VipsInitialized)
            ModuleInitializer.Initialize();
        // Whatever the machine: the generator works on several pictures at once, and an encoder's bytes can depend on the number.
        NetVips.NetVips.Concurrency = 2;
        // libvips would cache whole pictures, and none is needed twice.
        Cache.Max = 0;
        // It would print on the console what is reported as a problem anyway.
        return Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, Silence);
    });

    /// <summary>Whether it was the machine, and not the picture.</summary>
    public static bool IsOutOfMemory(VipsException failure) =>
        failure.Message.Contains("out of memory", StringComparison.OrdinalIgnoreCase);

    // Not inlined: where its body is compiled into a caller, libvips is loaded with the caller.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Open() => _ = Opened.Value;
}
