using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Advocacy.Content;
using Advocacy.Content.Pages;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Search;

/// <summary>
/// Everything that the search of one edition loads: a manifest, which leads to shards of terms; each term to the numbers of passages;
/// a number to the file with the passage's title and text. A search loads the manifest, a shard or two, and the passages that it shows.
/// </summary>
/// <param name="write">Takes each file's address and bytes, on many threads.</param>
/// <param name="keep">Leaves a file as it is, or says that it is not there. Null where the index is built once, and need not keep what it
/// was built from.</param>
public sealed class SearchIndex(
    Words words,
    SuffixRules endings,
    Action<string, ReadOnlyMemory<byte>> write,
    Func<string, bool>? keep = null)
{
    private const string Folder = "/assets/search/";

    private static readonly JsonWriterOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Vocabulary _vocabulary = new(endings);
    private readonly ConcurrentBag<(TermCounter TermCounter, PassageWriter Writer)> _idle = [];
    private readonly ConcurrentBag<IndexedPassage> _passages = [];
    private readonly ConcurrentDictionary<SearchDocument, IndexedPassage[]> _used = new(ReferenceEqualityComparer.Instance);
    private ConcurrentDictionary<SearchDocument, IndexedPassage[]> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Where the manifest is: the one file whose name does not follow from what it holds.</summary>
    public static string Manifest(string root) => $"{root}{SiteSection.Search}index.json";

    /// <summary>A term that no text has, for a filter.</summary>
    public static string FilterTerm(string filter, string value) => $"#{filter}/{value}";

    /// <param name="kind">As it stands in an address.</param>
    public static string Slug(SearchKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>Begins the index anew, with what it remembers of the one before.</summary>
    public void Begin()
    {
        _passages.Clear();
        _used.Clear();
    }

    /// <summary>Takes in what a reader can look for. Safe on many threads.</summary>
    public void Add(SearchDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!_known.TryGetValue(document, out var passages) || !passages.All(p => keep!(p.File)))
            passages = Read(document);
        foreach (var passage in passages)
            _passages.Add(passage);
        if (keep is not null)
            _used[document] = passages;
    }

    /// <summary>Writes the index of all that was added.</summary>
    /// <param name="root">Of the edition.</param>
    public void Finish(string root)
    {
        // The oldest first: a new release comes last, and most of the numbers stay as they were. What two pages show is found once.
        var sorted = _passages.ToArray();
        Array.Sort(sorted, IndexedPassage.ByPlace);
        ImmutableArray<IndexedPassage> passages = [.. sorted.Where(
            (p, i) => i == 0 || p.Url != sorted[i - 1].Url || p.Number != sorted[i - 1].Number)];
        var shards = Shards.Cut(Postings.Of(passages, _vocabulary.Terms));
        var names = passages.Chunk(PassageNames.Each).Select(PassageNames.Write).ToArray();
        foreach (var file in shards.Select(s => s.Bytes).Concat(names))
            write($"{Folder}{ContentHashName.Of(file.Span)}.txt", file);
        write(Manifest(root), WriteManifest(passages, shards, names));
        _known = new(_used, ReferenceEqualityComparer.Instance);
    }

    private IndexedPassage[] Read(SearchDocument document)
    {
        var (counter, writer) = _idle.TryTake(out var idle) ? idle : (new TermCounter(_vocabulary), new PassageWriter(words));
        var passages = new IndexedPassage[document.Passages.Length];
        for (var number = 0; number < passages.Length; number++)
        {
            var passage = document.Passages[number];
            counter.Add(document.Title, TermCounter.Title);
            counter.Add(document.Summary, TermCounter.Summary);
            counter.Add(passage.Text, TermCounter.Once);
            Filter("kind", Slug(document.Kind));
            if (document.Date is { } date)
                Filter("year", date.ToString("yyyy", CultureInfo.InvariantCulture));
            foreach (var topic in document.Topics)
                Filter("topic", topic);
            var bytes = writer.Write(document, passage);
            var name = ContentHashName.Of(bytes.Span);
            var file = $"{Folder}{name}.json";
            write(file, bytes);
            passages[number] = new IndexedPassage(document.Date ?? DateOnly.MinValue, document.Url, number, name, file, counter.Take());
        }
        _idle.Add((counter, writer));
        return passages;

        void Filter(string filter, string value) => counter.Add(_vocabulary.NumberOfTerm(FilterTerm(filter, value)), TermCounter.Once);
    }

    private byte[] WriteManifest(ImmutableArray<IndexedPassage> passages, ImmutableArray<Shard> shards, ReadOnlyMemory<byte>[] names)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, _json))
        {
            json.WriteStartObject();
            json.WriteString("folder", Folder);
            json.WriteNumber("passages", passages.Length);
            json.WriteString("digits", Numbers.Alphabet);
            json.WriteNumber("longest", Folding.LongestWord);
            json.WriteStartObject("letters");
            foreach (var (letter, becomes) in Folding.Letters.OrderBy(l => l.Key))
                json.WriteString([letter], becomes);
            json.WriteEndObject();
            json.WriteStartArray("endings");
            foreach (var ending in endings.All)
            {
                json.WriteStartArray();
                json.WriteStringValue(ending.Text);
                json.WriteStringValue(ending.Becomes);
                json.WriteNumberValue(ending.After);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteString("firsts", string.Join('\n', shards.Select(s => s.First)));
            json.WriteString("terms", string.Concat(shards.Select(s => ContentHashName.Of(s.Bytes.Span))));
            json.WriteNumber("namesEach", PassageNames.Each);
            json.WriteString("names", string.Concat(names.Select(n => ContentHashName.Of(n.Span))));
            json.WriteString("continues", Postings.Write(
                passages.Select((p, i) => (p, i)).Where(p => p.p.Number > 0).Select(p => ((uint)p.i, (byte)0))));
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }
}
