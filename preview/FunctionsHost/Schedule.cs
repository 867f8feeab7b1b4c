using System.Collections.Immutable;
using System.Globalization;
using Advocacy.Generator.Loading.FrontMatter;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>When a timer is due: six fields from the seconds to the day of the week, in UTC.</summary>
/// <remarks>https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer#ncrontab-expressions</remarks>
public sealed record Schedule(string Text, ImmutableArray<ImmutableSortedSet<int>> Fields)
{
    private static readonly (int From, int To)[] _ranges = [(0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (0, 6)];

    /// <exception cref="FormatException">It is no such schedule.</exception>
    public static Schedule Parse(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == _ranges.Length
            ? new(text, [.. fields.Zip(_ranges, (field, range) => Values(field, range, text))])
            : throw Wrong(text);
    }

    public bool IsDue(DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        int[] now = [utc.Second, utc.Minute, utc.Hour, utc.Day, utc.Month, (int)utc.DayOfWeek];
        return Fields.Zip(now).All(field => field.First.Contains(field.Second));
    }

    /// <summary>A clock that ticks late must not pass over a second.</summary>
    /// <param name="after">Exclusive, a whole second.</param>
    /// <param name="until">Inclusive.</param>
    public bool IsDueBetween(DateTimeOffset after, DateTimeOffset until)
    {
        for (var at = after.AddSeconds(1); at <= until; at = at.AddSeconds(1))
        {
            if (IsDue(at))
                return true;
        }
        return false;
    }

    private static ImmutableSortedSet<int> Values(string field, (int From, int To) range, string text) =>
        [.. field.Split(',').SelectMany(part => Part(part, range, text))];

    private static IEnumerable<int> Part(string part, (int From, int To) range, string text)
    {
        var (values, step) = part.Split('/') switch
        {
            [var only] => (only, 1),
            [var every, var by] => (every, Number(by, text)),
            _ => throw Wrong(text),
        };
        var (from, to) = values.Split('-') switch
        {
            ["*"] => range,
            [var one] => (Number(one, text), part.Contains('/', StringComparison.Ordinal) ? range.To : Number(one, text)),
            [var first, var last] => (Number(first, text), Number(last, text)),
            _ => throw Wrong(text),
        };
        if (step < 1 || from < range.From || to > range.To || from > to)
            throw Wrong(text);
        return Enumerable.Range(from, to - from + 1).Where(value => (value - from) % step == 0);
    }

    private static int Number(string text, string whole) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(whole);

    private static FormatException Wrong(string text) =>
        new($"The schedule “{text}” is not understood; write six fields of numbers such as \"0 0 * * * *\", each hour.");
}
