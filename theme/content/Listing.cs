using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Advocacy.Theme.Content;

/// <summary>Items in order. Equal to another with equal items, so that what a page shows can be compared with what it showed before.</summary>
[CollectionBuilder(typeof(Listing), nameof(Listing.Of))]
public readonly record struct Listing<T>(ImmutableArray<T> Items) : IReadOnlyList<T>
{
    public int Count => Items.Length;

    public bool IsEmpty => Items.IsEmpty;

    public T this[int index] => Items[index];

    public bool Equals(Listing<T> other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override int GetHashCode() => Count;

    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => Items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Items.AsEnumerable().GetEnumerator();

    public static implicit operator ImmutableArray<T>(Listing<T> listing) => listing.Items;

    public static implicit operator Listing<T>(ImmutableArray<T> items) => new(items);
}

public static class Listing
{
    public static Listing<T> Of<T>(ReadOnlySpan<T> items) => new([.. items]);
}
