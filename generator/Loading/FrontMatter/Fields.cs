using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Text;
using LocalDay = Advocacy.Content.Giving.LocalDay;

namespace Advocacy.Generator.Loading.FrontMatter;

/// <summary>
/// The fields of one mapping, read by name. Each read checks presence and form; a field that nobody reads is unknown.
/// After a problem a read returns an empty value, so that all problems show at once.
/// </summary>
public sealed class Fields(YamlMap map, Problems problems)
{
    // The American spelling is the documented one, and the British is accepted.
    private static readonly FrozenDictionary<string, string> _british =
        new Dictionary<string, string> { ["Organization"] = "Organisation" }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly List<string> _read = [];
    private readonly List<(string Field, int Line, string Words)> _placeholders = [];
    private readonly HashSet<YamlEntry> _britishSpellings = new(ReferenceEqualityComparer.Instance);

    public Problems Problems { get; } = problems;

    /// <summary>Gives words the signs of their language.</summary>
    public Func<string, string> Typeset { get; set; } = text => text;

    public int Line => map.Line;

    public int LineOf(string name) =>
        map.Find(name)?.Line ?? (map.IsTranslation && Translations.Shared.Contains(name) ? Translations.InOriginal : map.Line);

    public bool Has(string name) => Find(name) is not null;

    public string Text(string name)
    {
        if (TextOrNull(name) is { } text)
            return text;
        if (map.Find(name) is null)
            Missing(name);
        return "";
    }

    /// <summary>A text that is shown to readers.</summary>
    public string Words(string name) => Typeset(Text(name));

    public string? WordsOrNull(string name) => TextOrNull(name) is { } text ? Typeset(text) : null;

    public ImmutableArray<string> EachWords(string name, bool required = false) => [.. Texts(name, required).Select(Typeset)];

    public string? TextOrNull(string name)
    {
        if (Find(name) is not { } entry)
            return null;
        if (entry.Value is not YamlText text)
            Problems.Add(entry.Line, $"{name} is not a text", $"write \"{name}: some words\"");
        else if (string.IsNullOrWhiteSpace(text.Text))
            Problems.Add(entry.Line, $"{name} is empty", "fill it in or take the line out");
        else if (ControlCharacters.AreIn(text.Text))
            Problems.Add(entry.Line, $"{name} has a control character", "type the text anew");
        else
            return Noted(name, text.Text.Trim(), entry.Line);
        return null;
    }

    public bool Flag(string name)
    {
        if (TextOrNull(name) is not { } text)
            return false;
        switch (text.ToLowerInvariant())
        {
            case "true" or "yes": return true;
            case "false" or "no": return false;
            default:
                Problems.Add(LineOf(name), $"{name} \"{text}\" is neither yes nor no", "write true or false");
                return false;
        }
    }

    public int Whole(string name, int least, int most, int fallback)
    {
        if (TextOrNull(name) is not { } text)
            return fallback;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Problems.Add(LineOf(name), $"{name} \"{text}\" is not a whole number from {least} to {most}", $"write for instance {fallback}");
        return fallback;
    }

    /// <summary>A whole number that has to be there.</summary>
    public int WholeOf(string name, int least, int most, int example)
    {
        if (map.Find(name) is null)
            Missing(name);
        return Whole(name, least, most, example);
    }

    /// <summary>A number with at most two decimals that has to be there, such as a percentage or a sum.</summary>
    /// <param name="least">In hundredths, inclusive.</param>
    /// <param name="most">In hundredths, inclusive.</param>
    /// <returns>Hundredths.</returns>
    public int Hundredths(string name, int least, int most, string example)
    {
        if (map.Find(name) is null)
            Missing(name);
        if (TextOrNull(name) is not { } text)
            return 0;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= int.MaxValue / 100
            && number * 100 is var hundredths
            && hundredths == Math.Truncate(hundredths)
            && hundredths >= least
            && hundredths <= most)
        {
            return (int)hundredths;
        }
        Problems.Add(
            LineOf(name),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name} \"{text}\" is not a number from {least / 100m} to {most / 100m} with at most two decimals"),
            $"write for instance {example}");
        return 0;
    }

    public DateOnly Date(string name)
    {
        if (map.Find(name) is null)
            Missing(name);
        if (TextOrNull(name) is not { } text)
            return default;
        if (Instant.TryParse(text, out var date))
            return date;
        Problems.Add(LineOf(name), $"{name} \"{text}\" is not a date", "write it as 2026-03-02");
        return default;
    }

    public DateTimeOffset? InstantOrNull(string name, TimeZoneInfo zone)
    {
        if (TextOrNull(name) is not { } text)
            return null;
        if (Instant.TryParse(text, zone, out var instant))
            return instant;
        var (what, fix) = Instant.Refusal(text, zone);
        Problems.Add(LineOf(name), $"{name} \"{text}\" {what}", fix);
        return null;
    }

    public DateTimeOffset InstantOf(string name, TimeZoneInfo zone)
    {
        if (map.Find(name) is null)
            Missing(name);
        return InstantOrNull(name, zone) ?? default;
    }

    /// <summary>When something ends, exclusive: a date alone means that its day still belongs to it.</summary>
    public DateTimeOffset? EndOrNull(string name, TimeZoneInfo zone) =>
        TextOrNull(name) is { } text && Instant.TryParse(text, out var lastDay)
            ? LocalDay.Start(lastDay.AddDays(1), zone)
            : InstantOrNull(name, zone);

    public DateTimeOffset EndOf(string name, TimeZoneInfo zone)
    {
        if (map.Find(name) is null)
            Missing(name);
        return EndOrNull(name, zone) ?? default;
    }

    /// <param name="words">What a writer may write, and what it means.</param>
    public T OneOf<T>(string name, T fallback, params ReadOnlySpan<(string Word, T Meaning)> words)
    {
        if (TextOrNull(name) is not { } text)
            return fallback;
        foreach (var (word, meaning) in words)
        {
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
                return meaning;
        }
        var known = words.ToArray().Select(w => w.Word).ToArray();
        Problems.Add(LineOf(name), $"{name} \"{text}\" is not known",
            SpellingSuggestion.To(text, known) is { } near
                ? $"did you mean {near}?".TrimEnd('?')
                : $"write one of {string.Join(", ", known)}");
        return fallback;
    }

    public ImmutableArray<string> Texts(string name, bool required = false) => [.. PlacedTexts(name, required).Select(t => t.Value)];

    public ImmutableArray<Located<string>> PlacedTexts(string name, bool required = false)
    {
        if (FindList(name, required) is not { } entry)
            return [];
        var items = entry.Value is YamlList list ? list.Items : [entry.Value];
        var texts = items.OfType<YamlText>()
            .Select(t => new Located<string>(Noted(name, t.Text.Trim(), t.Line), t.Line, Problems))
            .Where(t => t.Value.Length > 0)
            .ToImmutableArray();
        if (texts.Length < items.Length)
            Problems.Add(entry.Line, $"{name} is not a list of texts", "write each on a line that begins with \"- \"");
        return texts;
    }

    public ImmutableArray<T> Each<T>(string name, Func<Fields, T> read, bool required = false)
    {
        if (FindList(name, required) is not { } entry)
            return [];
        var maps = entry.Value is YamlList list ? list.Items.OfType<YamlMap>().ToArray() : [];
        if (entry.Value is not YamlList { Items.Length: var count } || count != maps.Length)
            Problems.Add(entry.Line, $"{name} is not a list of fields", "begin each with \"- \" and indent its fields below it");
        return [.. maps.Select(m => Whole(m, read))];
    }

    public T? One<T>(string name, Func<Fields, T?> read, bool required = false) where T : class
    {
        if (Find(name) is not { } entry)
        {
            if (required)
                Missing(name);
            return null;
        }
        if (entry.Value is YamlMap inner)
            return Whole(inner, read);
        Problems.Add(entry.Line, $"{name} has no fields below it", "indent its fields on the lines below");
        return null;
    }

    /// <summary>Reports every field that was not read.</summary>
    public void NothingElse()
    {
        var unknown = map.Entries.Where(e => !_read.Contains(e.Key, StringComparer.OrdinalIgnoreCase) && !_britishSpellings.Contains(e));
        foreach (var entry in unknown)
        {
            Problems.Add(entry.Line, $"\"{entry.Key}\" is not a field that is known here",
                SpellingSuggestion.To(entry.Key, _read) is { } near
                    ? $"did you mean {near}"
                    : $"use one of {string.Join(", ", _read.Order(StringComparer.Ordinal))}");
        }
    }

    /// <summary>Reports every field that still has the words of a start, which <c>new</c> wrote.</summary>
    public void NoPlaceholders()
    {
        foreach (var (field, line, words) in _placeholders.Distinct())
            Problems.Add(line, $"{field} says \"{words}\", as a new file does", "write your own words, or put \"Draft: true\" back");
    }

    private string Noted(string field, string text, int line)
    {
        if (Placeholders.In(text) is { } words)
            _placeholders.Add((field, line, words));
        return text;
    }

    private T Whole<T>(YamlMap inner, Func<Fields, T> read)
    {
        var fields = new Fields(inner, Problems) { Typeset = Typeset };
        var value = read(fields);
        fields.NothingElse();
        _placeholders.AddRange(fields._placeholders);
        return value;
    }

    private void Missing(string name) => Problems.Add(LineOf(name), $"{name} is missing", $"add a line \"{name}: …\"");

    private YamlEntry? FindList(string name, bool required)
    {
        var entry = Find(name);
        if (required && entry is null)
            Missing(name);
        else if (required && entry is { Value: YamlList { Items.Length: 0 } })
            Problems.Add(entry.Line, $"{name} is empty", "write at least one below it, on a line that begins with \"- \"");
        return entry;
    }

    private YamlEntry? Find(string name)
    {
        if (!_read.Contains(name))
            _read.Add(name);
        var entry = map.Find(name);
        if (entry is null && _british.TryGetValue(name, out var spelling) && (entry = map.Find(spelling)) is not null)
            _britishSpellings.Add(entry);
        return entry;
    }
}
