using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Advocacy.Generator.Loading.FrontMatter;

public abstract record YamlValue(int Line);

public sealed record YamlText(string Text, int Line) : YamlValue(Line);

public sealed record YamlList(ImmutableArray<YamlValue> Items, int Line) : YamlValue(Line);

public sealed record YamlMap(ImmutableArray<YamlEntry> Entries, int Line) : YamlValue(Line)
{
    /// <param name="name">In capital or small letters.</param>
    public YamlEntry? Find(string name)
    {
        foreach (var entry in Entries)
        {
            if (entry.Is(name))
                return entry;
        }
        return null;
    }

    /// <summary>Whether an original says what is shared and not said here.</summary>
    public bool IsTranslation { get; init; }
}

public sealed record YamlEntry(string Key, int Line, YamlValue Value)
{
    /// <param name="name">In capital or small letters.</param>
    public bool Is(string name) => Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>YAML as a tree that knows its lines. Anchors and aliases are refused: a few of them can stand for gigabytes.</summary>
public sealed class Yaml
{
    private const int DeepestNesting = 12;

    private readonly Parser _parser;
    private readonly int _linesBefore;
    private readonly Problems _problems;

    private Yaml(string text, int linesBefore, Problems problems)
    {
        _parser = new Parser(new StringReader(text));
        _linesBefore = linesBefore;
        _problems = problems;
    }

    /// <returns>Null where the text is no mapping, which is then among the problems.</returns>
    public static YamlMap? Read(string text, int linesBefore, Problems problems)
    {
        if (LineOfEnd(text) is > 0 and var end)
        {
            problems.Add(end + linesBefore, "the fields end here", "take this line out");
            return null;
        }
        var yaml = new Yaml(text, linesBefore, problems);
        try
        {
            return yaml.Document();
        }
        // At some texts the parser breaks off with an exception that is not its own.
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException)
        {
            // The parser blames the place where it lost the thread, which may be lines before or after the tab.
            var tab = Array.FindIndex(text.Split('\n'), row => row.AsSpan(0, row.Length - row.AsSpan().TrimStart().Length).Contains('\t'));
            var line = (int)((e as YamlException)?.Start ?? yaml._parser.Current?.End ?? Mark.Empty).Line + linesBefore;
            if (tab >= 0)
                problems.Add(tab + 1 + linesBefore, "a tab indents this line", "indent with spaces");
            else
                problems.Add(
                    line,
                    "this is not YAML that can be read",
                    "put words with a colon in quotation marks, or look for a missing colon, quotation mark or indent, "
                    + "here or on the line before");
            return null;
        }
    }

    /// <summary>What follows a line <c>---</c> or <c>...</c> would be another document, which nobody would read.</summary>
    /// <returns>From 1; 0 where there is none.</returns>
    private static int LineOfEnd(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.TrimEnd() is "..." || number > 1 && line.TrimEnd() is "---")
                return number;
        }
        return 0;
    }

    private YamlMap? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
            return new YamlMap([], _linesBefore + 1);
        _parser.Consume<DocumentStart>();
        var value = Value(0);
        if (value is YamlMap map)
            return map;
        if (value is YamlText { Text: "" })
            return new YamlMap([], _linesBefore + 1);
        if (value is not null)
            _problems.Add(value.Line, "fields are expected here", "write each as \"Name: value\" on a line of its own");
        return null;
    }

    private YamlValue? Value(int depth)
    {
        var line = (int)_parser.Current!.Start.Line + _linesBefore;
        if (depth > DeepestNesting)
        {
            _problems.Add(line, "fields are nested too deeply", "take out a level");
            return null;
        }
        if (_parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            _problems.Add(
                line,
                "this is a reference to another part of the file, or a name for one",
                "write the text itself; in quotation marks if it begins with * or &");
            return null;
        }
        if (_parser.TryConsume<Scalar>(out var scalar))
            return new YamlText(scalar.Value, line);
        if (_parser.TryConsume<SequenceStart>(out _))
            return List(line, depth);
        _parser.Consume<MappingStart>();
        return Map(line, depth);
    }

    private YamlList? List(int line, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (Value(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }
        return new YamlList(items.ToImmutable(), line);
    }

    private YamlMap? Map(int line, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (Value(depth + 1) is not { } key)
                return null;
            if (key is not YamlText { Text: var name })
            {
                _problems.Add(key.Line, "a field's name is expected here", "write \"Name: value\"");
                return null;
            }
            if (Value(depth + 1) is not { } value)
                return null;
            if (entries.Any(e => e.Is(name)))
                _problems.Add(key.Line, $"\"{name}\" is here twice", "keep one of them");
            else
                entries.Add(new YamlEntry(name, key.Line, value));
        }
        return new YamlMap(entries.ToImmutable(), line);
    }
}
