using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Advocacy.Theme.Localization;

namespace Advocacy.Generator.Search;

/// <summary>What a result shows, as JSON. For one at a time.</summary>
/// <param name="words">Of the edition.</param>
internal sealed class PassageWriter(Words words)
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _bytes = new(16 * 1024);

    /// <returns>Good until the next one is written.</returns>
    public ReadOnlyMemory<byte> Write(SearchDocument document, Passage passage)
    {
        _bytes.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_bytes, _options);
        json.WriteStartObject();
        json.WriteString("url", passage.Anchor.Length == 0 ? document.Url : $"{document.Url}#{passage.Anchor}");
        json.WriteString("label", Phrases.Found(document.Kind, document.Date, document.TextLanguage, words));
        Put(json, "title", document.Language, document.Title);
        // A summary in another language than the text is no part of it, and is shown where the words are found in it alone.
        if (document.TextLanguage != document.Language && passage.Text.Length > 0)
        {
            Put(json, "text", document.TextLanguage, passage.Text);
            Put(json, "summary", document.Language, document.Summary);
        }
        else
        {
            Put(json, "text", document.Language, document.Summary, passage.Text);
        }
        json.WriteEndObject();
        json.Flush();
        return _bytes.WrittenMemory;
    }

    private static void Put(Utf8JsonWriter json, string name, string language, params ReadOnlySpan<string> texts)
    {
        json.WriteStartObject(name);
        json.WriteString("lang", language);
        json.WriteString("dir", Direction.Of(language));
        json.WriteStartArray("words");
        foreach (var text in texts)
        {
            if (text.Length > 0)
                json.WriteStringValue(text);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
