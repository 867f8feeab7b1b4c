using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Advocacy.Theme.Content;
using Advocacy.Theme.Wording;

namespace Advocacy.Generator.Search;

/// <summary>
/// Everything that the search of one edition loads: a manifest, which leads to shards of terms; each term to the numbers of passages;
/// a number to the file with the passage's title and text. A search loads the manifest, a shard or two, and the passages that it shows.
/// </summary>
public sealed class SearchIndex(Words words, Endings endings)
{
    private const string Folder = "/assets/search/";

    private static readonly JsonWriterOptions _json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Vocabulary _vocabulary = new(endings);

    /// <summary>Where the manifest is: the one file whose name does not follow from what it holds.</summary>
    public static string Manifest(string root) => $"{root}search/index.json";

    /// <summary>A term that no text has, for a filter.</summary>
    public static string FilterTerm(string filter, string value) => $"#{filter}/{value}";

    /// <param name="kind">As it stands in an address.</param>
    public static string Slug(FoundKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <param name="write">Takes each file's address and bytes, on many threads.</param>
    public void Write(string root, IEnumerable<Findable> findables, Action<string, ReadOnlyMemory<byte>> write)
    {
        // The oldest first: a new release comes last, and most of the numbers stay as they were.
        var ordered = findables.OrderBy(f => f.Date ?? DateOnly.MinValue).ThenBy(f => f.Url, StringComparer.Ordinal).ToArray();
        var read = new IndexedPassage[ordered.Length][];
        Parallel.For(0, ordered.Length, () => new Tally(_vocabulary), (i, _, tally) =>
        {
            read[i] = [.. Read(ordered[i], tally, write)];
            return tally;
        }, _ => { });
        var passages = read.SelectMany(p => p).ToImmutableArray();
        var shards = Shards.Cut(Postings.Of(passages, _vocabulary.Terms));
        var names = passages.Chunk(PassageNames.Each).Select(PassageNames.Write).ToArray();
        foreach (var file in shards.Select(s => s.Bytes).Concat(names))
            write($"{Folder}{ContentName.Of(file.Span)}.txt", file);
        write(Manifest(root), WriteManifest(passages, shards, names));
    }

    private IEnumerable<IndexedPassage> Read(Findable findable, Tally tally, Action<string, ReadOnlyMemory<byte>> write)
    {
        for (var i = 0; i < findable.Passages.Length; i++)
        {
            var passage = findable.Passages[i];
            tally.Add(findable.Title, Tally.Title);
            tally.Add(findable.Summary, Tally.Summary);
            tally.Add(passage.Text, Tally.Once);
            Filter("kind", Slug(findable.Kind));
            if (findable.Date is { } date)
                Filter("year", $"{date.Year}");
            foreach (var topic in findable.Topics)
                Filter("topic", topic);
            var bytes = WritePassage(findable, passage);
            var name = ContentName.Of(bytes.Span);
            write($"{Folder}{name}.json", bytes);
            yield return new IndexedPassage(name, i > 0, tally.Take());
        }

        void Filter(string filter, string value) => tally.Add(_vocabulary.NumberOfTerm(FilterTerm(filter, value)), Tally.Once);
    }

    private ReadOnlyMemory<byte> WritePassage(Findable findable, Passage passage)
    {
        var bytes = new ArrayBufferWriter<byte>(passage.Text.Length + 512);
        using var json = new Utf8JsonWriter(bytes, _json);
        json.WriteStartObject();
        json.WriteString("url", passage.Anchor.Length == 0 ? findable.Url : $"{findable.Url}#{passage.Anchor}");
        json.WriteString("title", findable.Title);
        json.WriteString("label", Phrases.Found(findable.Kind, findable.Date, findable.Language, words));
        json.WriteString("lang", findable.Language);
        json.WriteString("dir", Addresses.Direction(findable.Language) ?? "ltr");
        json.WriteString("text", $"{findable.Summary} {passage.Text}".Trim());
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
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
            json.WriteString("terms", string.Concat(shards.Select(s => ContentName.Of(s.Bytes.Span))));
            json.WriteNumber("namesEach", PassageNames.Each);
            json.WriteString("names", string.Concat(names.Select(n => ContentName.Of(n.Span))));
            json.WriteString("continues", Postings.Write(passages.Select((p, i) => (p, i)).Where(p => p.p.Continues).Select(p => ((uint)p.i, (byte)0))));
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }
}
