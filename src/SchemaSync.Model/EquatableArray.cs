using System.Collections;
using System.Runtime.CompilerServices;

namespace SchemaSync.Model;

/// <summary>
/// An immutable list that compares by its elements, so that records which hold one compare by value:
/// the generator's cache and the differ both depend on it.
/// </summary>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
public readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
{
    private readonly T[]? _items;

    internal EquatableArray(T[] items) => _items = items;

    /// <summary>An array without elements; the same value as <c>default</c>.</summary>
    public static EquatableArray<T> Empty => default;

    /// <inheritdoc/>
    public int Count => _items?.Length ?? 0;

    /// <summary>Whether there are no elements.</summary>
    public bool IsEmpty => Count == 0;

    /// <inheritdoc/>
    public T this[int index] => (_items ?? [])[index];

    /// <summary>The elements as a span, for loops that must not allocate.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    // These four are LINQ's, and win over it: on a struct, LINQ's copy it to the heap and walk it through an interface.

    /// <summary>Whether an element fulfils a condition.</summary>
    public bool Any(Func<T, bool> condition)
    {
        foreach (var item in AsSpan()) if (condition(item)) return true;
        return false;
    }

    /// <summary>Whether every element fulfils a condition.</summary>
    public bool All(Func<T, bool> condition)
    {
        foreach (var item in AsSpan()) if (!condition(item)) return false;
        return true;
    }

    /// <summary>The first element that fulfils a condition, or the default.</summary>
    public T? FirstOrDefault(Func<T, bool> condition)
    {
        foreach (var item in AsSpan()) if (condition(item)) return item;
        return default;
    }

    /// <summary>Whether an element equals a value.</summary>
    public bool Contains(T value) => _items is not null && Array.IndexOf(_items, value) >= 0;

    /// <summary>Each element as the function gives it; this very array where that is every element itself.</summary>
    public EquatableArray<T> Map(Func<T, T> map)
    {
        T[]? mapped = null;
        for (var i = 0; i < Count; i++)
        {
            var item = map(_items![i]);
            if (typeof(T).IsValueType ? EqualityComparer<T>.Default.Equals(item, _items[i]) : ReferenceEquals(item, _items[i])) continue;
            mapped ??= (T[])_items.Clone();
            mapped[i] = item;
        }

        return mapped is null ? this : new(mapped);
    }

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T> other)
    {
        if (ReferenceEquals(_items, other._items)) return true;
        if (Count != other.Count) return false;
        var comparer = EqualityComparer<T>.Default;
        for (var i = 0; i < Count; i++)
        {
            if (!comparer.Equals(_items![i], other._items![i])) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in AsSpan()) hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        return hash;
    }

    /// <summary>Compares element by element.</summary>
    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    /// <summary>Compares element by element.</summary>
    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    /// <summary>Enumerates without allocating in a <c>foreach</c>.</summary>
    public Enumerator GetEnumerator() => new(_items ?? []);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();

    /// <summary>Walks the elements; an ordinary struct, because a span's enumerator may not cross a yield or an await.</summary>
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _at;

        internal Enumerator(T[] items)
        {
            _items = items;
            _at = -1;
        }

        /// <summary>The element the walk is at.</summary>
        public readonly T Current => _items[_at];

        /// <summary>Goes to the next element.</summary>
        public bool MoveNext() => ++_at < _items.Length;
    }
}

/// <summary>Ways to make an <see cref="EquatableArray{T}"/>.</summary>
public static class EquatableArray
{
    /// <summary>Copies the elements; what collection expressions call.</summary>
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? default : new(items.ToArray());

    /// <summary>Takes an array that nobody else holds.</summary>
    public static EquatableArray<T> Owning<T>(T[] items) => items.Length == 0 ? default : new(items);

    /// <summary>Copies the sequence.</summary>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
    {
        var array = items.ToArray();
        return array.Length == 0 ? default : new(array);
    }
}
