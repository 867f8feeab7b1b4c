using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Advocacy.Content;

/// <summary>
/// Items in order. Equal to another with equal items, so that what a page shows can be compared with what it showed before.
/// </summary>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Of))]
public readonly record struct EquatableArray<T>(ImmutableArray<T> Items) : IReadOnlyList<T>
{
    public int Count => Items.Length;

    public bool IsEmpty => Items.IsEmpty;

    public T this[int index] => Items[index];

    public bool Equals(EquatableArray<T> other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override int GetHashCode() => Count;

    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => Items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Items.AsEnumerable().GetEnumerator();

    public static implicit operator ImmutableArray<T>(EquatableArray<T> listing) => listing.Items;

    public static implicit operator EquatableArray<T>(ImmutableArray<T> items) => new(items);
}

public static class EquatableArray
{
    public static EquatableArray<T> Of<T>(ReadOnlySpan<T> items) => new([.. items]);
}
