namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// Parts of a table that name what itself needs the table, or is made after all tables: an index on a function of its rows, a default
/// that reads a view. A new table is made without them, and one that goes loses them first.
/// </summary>
internal static class LateParts
{
    /// <summary>The table without the parts that name one of these objects, and those parts.</summary>
    public static (Table Table, IReadOnlyList<LatePart> Parts) Split(Table table, IReadOnlyCollection<QualifiedName> names)
    {
        var later = new List<LatePart>();
        var columns = new HashSet<Identifier>();
        if (names.Count == 0) return (table, later);
        bool Speaks(SchemaObject part) => names.Any(n => ObjectUses.Names(part, n));
        foreach (var column in table.Columns.Where(c => c.Computed is not null && Speaks(c)))
        {
            columns.Add(column.Name);
            later.Add(Of(table, column, $"ADD COLUMN {ColumnText.Define(column)}", $"DROP COLUMN {Q(column.Name)}"));
        }

        var kept = table.Columns.Where(c => !columns.Contains(c.Name)).Select(Plain).ToEquatableArray();
        return (table with
        {
            Columns = kept,
            PrimaryKey = table.PrimaryKey is { } key && Stays(key, key.Columns, ConstraintText.Define) ? key : null,
            UniqueConstraints = table.UniqueConstraints.Where(u => Stays(u, u.Columns, ConstraintText.Define)).ToEquatableArray(),
            CheckConstraints = table.CheckConstraints.Where(c => c.NotValid || Stays(c, [], ConstraintText.Define)).ToEquatableArray(),
            ExclusionConstraints = table.ExclusionConstraints.Where(e => Stays(e, [], ConstraintText.Define)).ToEquatableArray(),
            Indexes = table.Indexes.Where(i => !IsLate(i, i.Columns) || Postpone(i)).ToEquatableArray(),
        }, later);

        Column Plain(Column column)
        {
            if (column.Default is not { } value || !names.Any(n => ObjectUses.Names(value, n))) return column;
            var head = $"ALTER TABLE {Q(table.Name)} ALTER COLUMN {Q(column.Name)}";
            later.Add(new(ObjectId.Of(table.Name, column), [$"{head} SET DEFAULT {value.Text}"], $"{head} DROP DEFAULT"));
            return column with { Default = null };
        }

        bool IsLate(SchemaPart part, EquatableArray<IndexPart> key) =>
            Speaks(part) || columns.Any(c => ObjectUses.Names(part, c)) || key.Any(p => columns.Contains(p.Column));

        bool Stays<T>(T constraint, EquatableArray<IndexPart> key, Func<T, string> define) where T : SchemaPart
        {
            if (!IsLate(constraint, key)) return true;
            later.Add(Of(table, constraint, $"ADD {define(constraint)}", $"DROP CONSTRAINT {Q(constraint.Name)}"));
            return false;
        }

        bool Postpone(Index index)
        {
            EquatableArray<string> add = [IndexText.Create(table.Name, index), .. Comment(table, index)];
            later.Add(new(ObjectId.Of(table.Name, index), add, $"DROP INDEX {Q(table.Name.Sibling(index.Name))}"));
            return false;
        }
    }

    private static LatePart Of(Table table, SchemaPart part, string add, string remove) =>
        new(ObjectId.Of(table.Name, part), [$"ALTER TABLE {Q(table.Name)} {add}", .. Comment(table, part)],
            $"ALTER TABLE {Q(table.Name)} {remove}");

    private static IEnumerable<string> Comment(Table table, SchemaPart part) =>
        part.Comment is { } comment ? [CommentText.Set(table.Name, part, comment)] : [];

    private static string Q(Identifier name) => PostgreSqlText.Quote(name);

    private static string Q(QualifiedName name) => PostgreSqlText.Quote(name);
}

/// <summary>A part of a table, with the statements that add it and take it away.</summary>
/// <param name="Id">Which it is.</param>
/// <param name="Add">Add it to its table.</param>
/// <param name="Remove">Takes it away.</param>
internal sealed record LatePart(ObjectId Id, EquatableArray<string> Add, string Remove);
