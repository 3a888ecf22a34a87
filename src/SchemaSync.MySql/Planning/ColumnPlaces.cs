namespace SchemaSync.MySql.Planning;

/// <summary>
/// What MODIFY does not do: a virtual column has no place among the stored values, so one that becomes virtual, or no longer is, goes and
/// comes again in one statement; and what is computed has to stand behind what it is computed from, as long as that is computed too.
/// </summary>
internal sealed class ColumnPlaces
{
    private readonly Table _before, _after;
    private readonly Dictionary<Identifier, Identifier> _moved = [];

    public ColumnPlaces(Table before, Table after, MySqlCapabilities server)
    {
        (_before, _after) = (before, after);
        Remade = after.Columns.Where(c => before.Column(c.Name) is { } was && IsVirtual(was) != IsVirtual(c))
            .Select(c => c.Name).ToHashSet();
        // MySQL drops nothing that a computed column which stays is computed from.
        if (!server.IsMariaDb) while (Next() is { } next) Remade.Add(next.Name);
        Move();
    }

    /// <summary>Columns that go and come again.</summary>
    public HashSet<Identifier> Remade { get; }

    /// <summary>Whether any column has another place than the statements would give it by themselves.</summary>
    public bool IsAnyPlaced => Remade.Count + _moved.Count > 0;

    /// <summary>The column behind which one has to be put; null where its place is right.</summary>
    public Identifier? Behind(Identifier column) => _moved.TryGetValue(column, out var place) ? place : null;

    /// <summary>Columns that move, each after those that it is computed from.</summary>
    public IEnumerable<Identifier> Moved => _moved.Keys;

    /// <summary>The column behind which one that is made again stood; null where it stood first.</summary>
    public Identifier? Former(Identifier column) => _before.Columns.Select(c => c.Name).TakeWhile(c => c != column)
        .LastOrDefault(c => _after.Column(c) is not null && !_moved.ContainsKey(c)) is { IsEmpty: false } place ? place : null;

    /// <summary>Whether a text names a column that is made again.</summary>
    public bool IsOverRemade(SqlExpression? text) => text is not null && Remade.Any(c => MySqlText.Mentions(text, c));

    private static bool IsVirtual(Column column) => column.Computed is { Stored: false };

    private Column? Next() =>
        _after.Columns.FirstOrDefault(c =>
            c.Computed is not null && !Remade.Contains(c.Name) && IsOverRemade(_before.Column(c.Name)?.Computed?.Expression));

    private void Move()
    {
        var order = _before.Columns.Select(c => c.Name).Where(n => _after.Column(n) is not null)
            .Concat(_after.Columns.Select(c => c.Name).Where(n => _before.Column(n) is null)).ToList();
        foreach (var column in InTurn())
        {
            if (Sources(column).Select(s => order.IndexOf(s.Name)).DefaultIfEmpty(-1).Max() is var last
                && last <= order.IndexOf(column.Name)) continue;
            _moved[column.Name] = order[last];
            order.Insert(last + 1, column.Name);
            order.Remove(column.Name);
        }
    }

    // Each after what it is computed from; the server knows no circle.
    private IEnumerable<Column> InTurn()
    {
        var rest = _after.Columns.Where(c => c.Computed is not null).ToList();
        while (rest.Count > 0)
        {
            var next = rest.Find(c => !Sources(c).Any(rest.Contains)) ?? rest[0];
            rest.Remove(next);
            yield return next;
        }
    }

    private IEnumerable<Column> Sources(Column column) =>
        _after.Columns.Where(c =>
            c.Computed is not null && c.Name != column.Name && MySqlText.Mentions(column.Computed!.Expression, c.Name));
}
