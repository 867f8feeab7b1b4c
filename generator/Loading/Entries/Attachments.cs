using System.Collections.Concurrent;
using Advocacy.Content.Pages;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Images;
using Advocacy.Generator.Incremental;
using Advocacy.Generator.Text;

namespace Advocacy.Generator.Loading.Entries;

/// <summary>The files beside pages: each is inspected once, and belongs to the pages that show it.</summary>
/// <param name="cacheFolder">Where converted pictures and the texts of documents are kept from build to build.</param>
public sealed class Attachments(string folder, string cacheFolder, IBuildCache cache)
{
    /// <summary>The archive of all documents of a page, behind the name of the page.</summary>
    public const string ArchiveName = "documents.zip";

    private readonly FileInspections _inspections = cache.GetOrCreate("", () => new FileInspections());
    private readonly string _root = Path.GetFullPath(folder);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, string>> _byPage = new();
    private readonly ConcurrentBag<Located<string>> _uses = [];
    private readonly ConcurrentBag<AttachedDocument> _documents = [];

    /// <summary>Every file that a page shows or links to, by its full path.</summary>
    public IEnumerable<Located<string>> Uses => _uses;

    /// <summary>Every document that could be published, for each place that names it, in the order of the paths.</summary>
    public IEnumerable<AttachedDocument> Documents => _documents.OrderBy(document => document.Path, StringComparer.Ordinal);

    /// <summary>The files that a page, by its path as shown, sends to the output.</summary>
    public IEnumerable<PublishedFile> FilesOf(string page) =>
        _byPage.TryGetValue(page, out var files) ? files.OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => new PublishedFile(f.Key, f.Value)) : [];

    /// <summary>Takes a document beside <paramref name="page"/> into the output.</summary>
    public Attachment? Attach(string page, string name, Problems problems, int line)
    {
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, name));
        if (!Exists(file, name, problems, line))
            return null;
        _uses.Add(new Located<string>(file, line, problems));
        if (!Address.IsNameFit(Path.GetFileName(file)))
        {
            problems.Add(
                line,
                $"the file's name \"{Path.GetFileName(file)}\" has other characters than a to z, 0 to 9, - and .",
                $"rename it to {Address.Fit(Path.GetFileName(file))}");
            return null;
        }
        if (Path.GetFileName(file) == ArchiveName)
        {
            problems.Add(
                line,
                $"the name {ArchiveName} is that of the archive which a page with several documents has",
                "rename the file to say what it holds");
            return null;
        }
        if (UrlOf(file) is "/robots.txt" or "/urls.txt")
        {
            problems.Add(line, $"the name {Path.GetFileName(file)} is kept for notes to programs", "rename the file to say what it holds");
            return null;
        }
        if (Inspect(file, name, problems, line) is not { } facts)
            return null;
        var url = UrlOf(file);
        Publish(problems.Path, url, file);
        return new Attachment(url, facts);
    }

    /// <returns>Null where the document cannot be published, which is then among the problems.</returns>
    private DocumentFacts? Inspect(string file, string name, Problems problems, int line)
    {
        switch (_inspections.Document(file, f => DocumentInspector.Inspect(f, Path.Combine(cacheFolder, "documents"))))
        {
            case InspectedFile(var facts):
                _documents.Add(new AttachedDocument(file, Input.Shown(folder, file), facts, line, problems));
                return facts;
            case RejectedFile(var what, var fix):
                problems.Add(line, $"{name} {what}", fix);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Takes a document of the press kit into the output.</summary>
    /// <param name="owner">By which <see cref="FilesOf"/> finds it.</param>
    /// <returns>Its bytes; null where it cannot be published, which is then among the problems.</returns>
    public long? AddDocument(string owner, string url, string file, Problems problems, int line)
    {
        if (Inspect(file, Path.GetFileName(file), problems, line) is not { } facts)
            return null;
        Publish(owner, url, file);
        return facts.Size;
    }

    /// <summary>Takes a picture into the output as it was made, but for what does not draw it.</summary>
    /// <param name="owner">By which <see cref="FilesOf"/> finds it.</param>
    /// <returns>Its bytes as published; null where it cannot be, which is then among the problems.</returns>
    public long? AddOriginal(string owner, string url, string file, Problems problems, int line)
    {
        switch (_inspections.Original(file, f => OriginalImage.Make(f, Path.Combine(cacheFolder, "originals"))))
        {
            case CleanFile(var clean, var size):
                Publish(owner, url, clean);
                return size;
            case InvalidImage(var what, var fix):
                problems.Add(line, $"{Path.GetFileName(file)} {what}", fix);
                return null;
            default:
                return null;
        }
    }

    public Picture? Picture(string file, Problems problems, int line)
    {
        file = Path.GetFullPath(file);
        var name = Path.GetFileName(file);
        if (!Exists(file, name, problems, line))
            return null;
        _uses.Add(new Located<string>(file, line, problems));
        switch (_inspections.Image(file, f => ImageConverter.Make(f, Path.Combine(cacheFolder, "pictures"))))
        {
            case ConvertedImage image:
                return Publish(image, problems.Path);
            case InvalidImage(var what, var fix):
                problems.Add(line, $"{name} {what}", fix);
                return null;
            default:
                return null;
        }
    }

    private Picture Publish(ConvertedImage image, string page)
    {
        foreach (var rendition in image.Renditions)
            Publish(page, $"/assets/{rendition.FileName}", rendition.CachedPath);
        var fallback = image.Renditions.Last(r => r.MediaType == "image/jpeg");
        return new Picture
        {
            Alt = "",
            Width = image.Width,
            Height = image.Height,
            Fallback = $"/assets/{fallback.FileName}",
            Sources = [.. image.Renditions.Where(r => r.MediaType != "image/jpeg").GroupBy(r => r.MediaType)
                .Select(g => new PictureSource(g.Key, string.Join(", ", g.Select(r => $"/assets/{r.FileName} {r.Width}w"))))],
        };
    }

    private void Publish(string page, string url, string file) =>
        _byPage.GetOrAdd(page, _ => new()).TryAdd(url, file);

    /// <summary>A published file's name says whose it is: the name of its folder comes first.</summary>
    private string UrlOf(string file)
    {
        var relative = Path.GetRelativePath(_root, file).Replace('\\', '/');
        var inner = Path.GetDirectoryName(relative)?.Replace('\\', '/') ?? "";
        if (inner == "pages" || inner.StartsWith("pages/", StringComparison.Ordinal))
            inner = inner["pages".Length..].TrimStart('/');
        var owner = inner[(inner.LastIndexOf('/') + 1)..];
        return $"/{(inner.Length > 0 ? inner + "/" + owner + "-" : "")}{Path.GetFileName(file)}";
    }

    private bool Exists(string file, string name, Problems problems, int line)
    {
        if (!file.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            problems.Add(line, $"{name} is outside the folder of the site", "put the file beside the page");
        else if (!File.Exists(file))
            problems.Add(line, $"the file {name} is not there",
                Directory.Exists(Path.GetDirectoryName(file)) && SpellingSuggestion.To(
                    Path.GetFileName(file),
                    Directory.EnumerateFiles(Path.GetDirectoryName(file)!).Select(f => Path.GetFileName(f)!)) is { } near
                    ? $"did you mean {near}" : "put it beside the page, or correct the name");
        else if (new FileInfo(file).LinkTarget is not null)
            problems.Add(line, $"{name} is a link to another place", "put the file itself beside the page");
        else
            return true;
        return false;
    }
}

/// <summary>A document, for one place that names it.</summary>
/// <param name="File">Its full path.</param>
/// <param name="Path">As warnings name it.</param>
/// <param name="Line">Where it is named, and <paramref name="Problems"/> of what.</param>
public sealed record AttachedDocument(string File, string Path, DocumentFacts Facts, int Line, Problems Problems);
