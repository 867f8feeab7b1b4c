using NetVips;

namespace Advocacy.Generator.Pictures;

/// <summary>The door to libvips. Not opened while everything is in the cache, since loading it takes longer than a small build.</summary>
internal static class Darkroom
{
    /// <summary>Two threads whatever the machine: the generator works on several pictures at once, and an encoder's bytes can depend on the number.</summary>
    public static void Open()
    {
        NetVips.NetVips.Concurrency = 2;
        // What libvips remembers are whole pictures, and none is asked for twice.
        Cache.Max = 0;
    }
}
