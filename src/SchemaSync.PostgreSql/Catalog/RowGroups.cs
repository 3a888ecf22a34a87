using System.Runtime.InteropServices;

namespace SchemaSync.PostgreSql.Catalog;

/// <summary>Rows by the object they belong to, in one array: a list for each of ten thousand tables would be most of the work.</summary>
internal sealed class RowGroups<T>
{
    private readonly Dictionary<uint, Group> _groups = [];
    private readonly T[] _rows;

    /// <summary>Groups rows; those of one owner stay in their order.</summary>
    public RowGroups(List<T> rows, Func<T, uint> owner)
    {
        foreach (var row in rows) CollectionsMarshal.GetValueRefOrAddDefault(_groups, owner(row), out _).Count++;
        _rows = new T[rows.Count];
        var next = 0;
        foreach (var row in rows)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrNullRef(_groups, owner(row));
            if (group.Filled == 0) (group.Start, next) = (next, next + group.Count);
            _rows[group.Start + group.Filled++] = row;
        }
    }

    /// <summary>All rows.</summary>
    public IReadOnlyList<T> All => _rows;

    /// <summary>The rows of one owner.</summary>
    public ArraySegment<T> this[uint owner] =>
        _groups.TryGetValue(owner, out var group) ? new(_rows, group.Start, group.Count) : ArraySegment<T>.Empty;

    /// <summary>Puts the rows of each owner into an order.</summary>
    public RowGroups<T> Sorted(Comparison<T> order)
    {
        foreach (var group in _groups.Values) _rows.AsSpan(group.Start, group.Count).Sort(order);
        return this;
    }

    private struct Group
    {
        public int Start, Count, Filled;
    }
}
