using System.Runtime.CompilerServices;

namespace Advocacy.Theme.Localization;

/// <summary>
/// Words in one language. The members of a class that inherits from it are the shape of a list: a member's name is its key,
/// its parameters are the list's placeholders.
/// </summary>
public abstract class WordList(string language, IReadOnlyDictionary<string, string> texts)
{
    public WordLanguage In { get; } = new(language, texts.GetValueOrDefault(LocaleKey));

    /// <summary>The key of the locale by which a list's language writes numbers, sums and dates.</summary>
    public const string LocaleKey = nameof(Words.Locale);

    /// <summary>All texts by key, as the list has them.</summary>
    public IReadOnlyDictionary<string, string> Texts => texts;

    protected string Text([CallerMemberName] string key = "") => texts[key];

    protected string OneOf<T>(T value, [CallerMemberName] string key = "") where T : struct, Enum => texts[$"{key}.{value}"];

    protected string Fill(ReadOnlySpan<(string Name, string Value)> values, [CallerMemberName] string key = "") => Put(texts[key], values);

    protected string Count(int count, ReadOnlySpan<(string Name, string Value)> values, [CallerMemberName] string key = "") =>
        Put(FormOf(key, count), [("count", In.Number(count)), .. values]);

    private string FormOf(string key, int count) =>
        texts.GetValueOrDefault($"{key}.{In.PluralOf(count)}") ?? texts[$"{key}.{Plural.Other}"];

    private string Put(string text, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values)
            text = text.Replace($"{{{name}}}", In.PageDirection is null ? value : BidiIsolation.Of(value), StringComparison.Ordinal);
        return text;
    }
}
