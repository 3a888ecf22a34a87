namespace SchemaSync.MySql.Planning;

/// <summary>
/// Columns that go and come again in one statement, and what hangs on them: an index keeps its columns by name, but a check
/// of a column goes along with it, and an index on an expression or a default over it is in the way.
/// </summary>
internal sealed class RemadeColumns(Table before, Table after, IReadOnlyList<Change> changes,
    ColumnPlaces places, MySqlCapabilities server, Clauses clauses, RowValues? values)
{
    private readonly Render _render = new(server);

    // MySQL keeps an index on an expression as a hidden column, with the type and the NOT NULL that the expression had when the index
    // was made: a longer text, a larger number or NULL would be refused from then on (its manual, CREATE INDEX, functional key parts).
    private readonly List<Change.Alter> _retyped = server.IsMariaDb ? [] : changes.OfType<Change.Alter>()
        .Where(c => c is { Before: Column was, After: Column now } && HasOtherValues(was, now) && values?.Conversion(c.Id) is null)
        .ToList();

    /// <summary>What goes first.</summary>
    public void Goes()
    {
        foreach (var check in Checks()) clauses.Add(Keep(check), $"DROP CONSTRAINT {Q(check.Name)}", Cost.Copy);
        foreach (var (part, _) in Indexes()) clauses.Add(Keep(part), $"DROP INDEX {Q(part.LocalName)}", Cost.Copy);
        foreach (var column in before.Columns.Where(c => places.Remade.Contains(c.Name)))
            clauses.Add(Keep(column), $"DROP COLUMN {Q(column.Name)}", Cost.Copy);
    }

    /// <summary>What comes again behind the columns.</summary>
    public void Comes()
    {
        foreach (var column in Defaults().Concat(Restated()))
            clauses.Add(Keep(column), $"MODIFY COLUMN {_render.Column(after, column)}", Cost.Copy);
        foreach (var check in Checks()) clauses.Add(Keep(check), $"ADD {Render.Check(check)}", Cost.Copy);
        foreach (var (part, sql) in Indexes()) clauses.Add(Keep(part), $"ADD {sql}", Cost.Copy);
    }

    private IEnumerable<CheckConstraint> Checks() =>
        Kept(before.CheckConstraints, after.CheckConstraints).Where(c => c.Column.IsEmpty
            && (places.IsOverRemade(c.Expression) || (server.IsMariaDb && IsOverGone(c.Expression, _ => true))));

    // To MySQL what is computed from a virtual column depends on all that the former definition of that names, until it is said again.
    private IEnumerable<Column> Restated() => server.IsMariaDb ? [] : Kept(before.Columns, after.Columns).Where(c =>
        c.Computed is { } computed && !places.Remade.Contains(c.Name) && places.Behind(c.Name) is null
            && IsOverGone(computed.Expression, IsVirtual));

    // MariaDB reads a check that stays with what its computed columns were computed from.
    private bool IsOverGone(SqlExpression text, Func<Computed, bool> counts) =>
        before.Columns.Any(c => c.Computed is { } computed && counts(computed) && MySqlText.Mentions(text, c.Name)
            && (before.Columns.Any(g => IsGone(g) && MySqlText.Mentions(computed.Expression, g.Name))
                || IsOverGone(computed.Expression, counts)));

    private static bool IsVirtual(Computed computed) => !computed.Stored;

    private bool IsGone(Column column) => after.Column(column.Name) is null || places.Remade.Contains(column.Name);

    private IEnumerable<Column> Defaults() => Kept(before.Columns, after.Columns).Where(c => places.IsOverRemade(c.Default));

    private IEnumerable<(SchemaPart Part, string Sql)> Indexes() =>
        Kept(before.Indexes, after.Indexes).Where(i => IsOver(i.Columns)).Select(i => ((SchemaPart)i, _render.Index(i)))
            .Concat(Kept(before.UniqueConstraints, after.UniqueConstraints).Where(u => IsOver(u.Columns))
                .Select(u => ((SchemaPart)u, _render.Unique(u))));

    private bool IsOver(EquatableArray<IndexPart> parts) =>
        IsOverRetyped(parts) || parts.Any(p => places.IsOverRemade(p.Expression) || places.Remade.Contains(p.Column)
            || (p.Expression is { } text && IsOverGone(text, IsVirtual)));

    /// <summary>Whether an expression of an index is over a column of another type.</summary>
    public bool IsOverRetyped(EquatableArray<IndexPart> parts) => Retyped(parts) is not null;

    private Change.Alter? Retyped(EquatableArray<IndexPart> parts) =>
        _retyped.Find(c => parts.Any(p => p.Expression is { } text && MySqlText.Mentions(text, c.After.LocalName)));

    private static bool HasOtherValues(Column was, Column now) => was.Type != now.Type || was.Nullable != now.Nullable
        || was.CharSet != now.CharSet || was.Collation != now.Collation || was.Computed != now.Computed;

    // What changes by itself goes and comes with its change.
    private IEnumerable<T> Kept<T>(EquatableArray<T> was, EquatableArray<T> now) where T : SchemaPart =>
        now.Where(n =>
            was.Any(w => w.LocalName == n.LocalName) && !changes.Any(c => c.Subject.Kind == n.Kind && c.Subject.LocalName == n.LocalName));

    // It is there before and afterwards; what changes is what it hangs on.
    private Change Keep(SchemaPart part) => changes.FirstOrDefault(c => c.Subject is Column column && places.Remade.Contains(column.Name)
        && (part is not Column || part.LocalName == column.Name))
        ?? Retyped(part switch { Index i => i.Columns, UniqueConstraint u => u.Columns, _ => [] })
        ?? new Change.Alter(after.Name, part, part);

    private static string Q(Identifier name) => MySqlText.Quote(name);
}
