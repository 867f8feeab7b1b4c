namespace Advocacy.Functions.Finance;

/// <summary>Some of many items, each with the same chance: <see href="https://en.wikipedia.org/wiki/Reservoir_sampling"/>.</summary>
/// <param name="size">How many at most.</param>
internal sealed class Sample<T>(int size)
{
    private readonly List<T> _taken = [];
    private int _seen;

    public IReadOnlyList<T> Taken => _taken;

    public void Add(T item)
    {
        _seen++;
        if (_taken.Count < size)
            _taken.Add(item);
        else if (Random.Shared.Next(_seen) is var place && place < size)
            _taken[place] = item;
    }
}
