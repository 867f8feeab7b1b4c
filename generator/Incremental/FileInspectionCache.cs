using System.Collections.Concurrent;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Images;

namespace Advocacy.Generator.Incremental;

/// <summary>What was found when a file beside a page was looked at. It is looked at again when it has changed.</summary>
public sealed class FileInspectionCache
{
    private readonly ConcurrentDictionary<(string File, long Size, DateTime Changed), FileInspection> _documents = new();
    private readonly ConcurrentDictionary<(string File, long Size, DateTime Changed), ImageResult> _pictures = new();

    public FileInspection At(string file, Func<string, FileInspection> look) => _documents.GetOrAdd(Key(file), key => look(key.File));

    public ImageResult At(string file, Func<string, ImageResult> look) => _pictures.GetOrAdd(Key(file), key => look(key.File));

    private static (string, long, DateTime) Key(string file)
    {
        var info = new FileInfo(file);
        return (file, info.Length, info.LastWriteTimeUtc);
    }
}
