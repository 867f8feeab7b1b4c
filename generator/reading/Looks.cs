using System.Collections.Concurrent;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Pictures;

namespace Advocacy.Generator.Reading;

/// <summary>What was found when a file beside a page was looked at. It is looked at again when it has changed.</summary>
public sealed class Looks
{
    private readonly ConcurrentDictionary<(string File, long Size, DateTime Changed), Inspection> _documents = new();
    private readonly ConcurrentDictionary<(string File, long Size, DateTime Changed), Making> _pictures = new();

    public Inspection At(string file, Func<string, Inspection> look) => _documents.GetOrAdd(Key(file), key => look(key.File));

    public Making At(string file, Func<string, Making> look) => _pictures.GetOrAdd(Key(file), key => look(key.File));

    private static (string, long, DateTime) Key(string file)
    {
        var info = new FileInfo(file);
        return (file, info.Length, info.LastWriteTimeUtc);
    }
}
