using System.Collections.Concurrent;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Images;

namespace Advocacy.Generator.Loading.Entries;

/// <summary>What was found in each file beside a page. A file is inspected again when it has changed.</summary>
internal sealed class FileInspections
{
    private readonly ConcurrentDictionary<(string File, long Size, DateTime Changed), FileInspection> _documents = new();
    private readonly ConcurrentDictionary<(string File, long Size, DateTime Changed), ImageResult> _images = new();
    private readonly ConcurrentDictionary<(string File, long Size, DateTime Changed), ImageResult> _originals = new();

    public FileInspection Document(string file, Func<string, FileInspection> inspect) =>
        _documents.GetOrAdd(Key(file), key => inspect(key.File));

    public ImageResult Image(string file, Func<string, ImageResult> convert) => _images.GetOrAdd(Key(file), key => convert(key.File));

    public ImageResult Original(string file, Func<string, ImageResult> clean)
    {
        var original = _originals.GetOrAdd(Key(file), key => clean(key.File));
        // The cache may be deleted at any time.
        return original is CleanFile { CachedPath: var path } && !File.Exists(path) ? clean(file) : original;
    }

    private static (string, long, DateTime) Key(string file)
    {
        var info = new FileInfo(file);
        return (file, info.Length, info.LastWriteTimeUtc);
    }
}
