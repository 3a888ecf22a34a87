namespace SchemaSync.PostgreSql.Reading;

/// <summary>
/// What tables have and the model has no words for. It is told apart, so that everything else of the table is read, compared and planned.
/// </summary>
internal sealed class OpaqueFacets(CatalogRows catalog, ConstraintReader constraints)
{
    /// <summary>All of a table, ordered by name.</summary>
    /// <param name="row">The table.</param>
    /// <param name="parent">The table that it is a partition of, where that is read.</param>
    /// <param name="read">Reads a column.</param>
    public EquatableArray<OpaqueFacet> Of(RelationRow row, RelationRow? parent, Func<ColumnRow, Column> read) => !HasAny(row) ? [] :
        Bonds(row, parent).Concat(Constraints(row)).Concat(parent is null ? [] : Partition(row, parent, read))
            .Concat(IndexReader.Opaque(catalog.Indexes[row.Oid]))
            .OrderBy(f => f.Name, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>
    /// Whether a foreign key is told apart: a statement would look for the table of the extension in the tenant's own schema.
    /// </summary>
    public bool IsOfExtension(ConstraintRow key) => key.Other is null && !catalog.Relations.ContainsKey(key.Referenced);

    // Hardly any table has one.
    private bool HasAny(RelationRow row)
    {
        if (row.OfType != 0 || row.IsLeaving || row.Bound is not null || row.Parents.Length > 0) return true;
        foreach (var index in catalog.Indexes[row.Oid]) if (index.Statistics is not null) return true;
        foreach (var constraint in catalog.Constraints[row.Oid])
        {
            if (constraint.IsOff || constraint is { Contype: "n", Comment: not null }
                || (constraint.Contype == "f" && IsOfExtension(constraint))) return true;
        }

        return false;
    }

    // Where the columns come from.
    private IEnumerable<OpaqueFacet> Bonds(RelationRow row, RelationRow? parent)
    {
        if (row.OfType != 0)
            yield return new("OF", catalog.Types.TryGetValue(row.OfType, out var type) ? catalog.NameOf(type).ToString()
                : "a type of others") { Parts = Columns(row) };
        if (row.IsLeaving) yield return new("DETACH PARTITION", "begun and not finished (FINALIZE)");
        if (row.Bound is not null && parent is null) yield return new("PARTITION OF",
            $"{row.ParentNames[0]} {row.Bound}") { Parts = Columns(row) };
        if (row.Bound is not null || row.Parents.Length == 0) yield break;
        var parents = row.Parents.Select(p => catalog.Relations.GetValueOrDefault(p)).OfType<RelationRow>().ToList();
        var columns = parents.SelectMany(p => catalog.Columns[p.Oid]).Concat(catalog.Columns[row.Oid].Where(c => !c.Facts.IsLocal))
            .Select(c => c.Facts.Name);
        var checks = parents.SelectMany(p => catalog.Constraints[p.Oid].Where(c => c is { Contype: "c", NoInherit: false }))
            .Select(c => c.Name);
        yield return new("INHERITS", $"({string.Join(", ", row.ParentNames)})")
        {
            Parts = columns.Concat(checks).Distinct().Order(StringComparer.Ordinal).Select(n => new Identifier(n)).ToEquatableArray(),
            Follows = parents.Select(p => catalog.NameOf(p)).ToEquatableArray(),
        };
    }

    private IEnumerable<OpaqueFacet> Constraints(RelationRow row)
    {
        foreach (var constraint in catalog.Constraints[row.Oid])
        {
            if (constraint.IsOff) yield return new($"CONSTRAINT {constraint.Name}",
                "DISABLE TRIGGER ALL") { Parts = [new(constraint.Name)] };
            if (constraint is { Contype: "n", Comment: { } comment }) yield return new($"COMMENT ON CONSTRAINT {constraint.Name}", comment);
            if (constraint.Contype == "f" && constraint.Parent == 0 && IsOfExtension(constraint))
                yield return new($"FOREIGN KEY {constraint.Name}", Words(constraints.ForeignKey(constraint, catalog.ColumnsOf(row.Oid),
                    ExtensionTable(constraint)))) { Parts = [new(constraint.Name)] };
        }
    }

    private QualifiedName ExtensionTable(ConstraintRow key) => catalog.RelationsOfExtensions.Find(r => r.Oid == key.Referenced)
        is { } table ? catalog.NameOf(table) : new("(unknown)");

    /// <summary>A partition has its parent's columns and triggers; where one is not as its parent's, it is said how.</summary>
    private IEnumerable<OpaqueFacet> Partition(RelationRow row, RelationRow parent, Func<ColumnRow, Column> read)
    {
        foreach (var trigger in catalog.Triggers.Where(t => t.Relation == row.Oid && t.IsInherited && t.ParentState != t.State))
            yield return new($"TRIGGER {trigger.Name}", $"enabled {trigger.State}");
        var inherited = catalog.Columns[parent.Oid].ToDictionary(c => c.Facts.Name);
        foreach (var column in catalog.Columns[row.Oid])
        {
            // A parent's comment is its own alone, and numbers are its own sequence's.
            var (own, from) = (read(column) with { Identity = null }, inherited.TryGetValue(column.Facts.Name, out var origin)
                ? read(origin) with { Identity = null, Comment = null } : null);
            if (own != from) yield return new($"COLUMN {column.Facts.Name}", Words(own));
        }
    }

    private EquatableArray<Identifier> Columns(RelationRow row) => catalog.Columns[row.Oid].Select(c => new Identifier(c.Facts.Name))
        .ToEquatableArray();

    private static string Words(SchemaObject subject) => string.Join(", ", FacetList.Of(subject).Where(f => f.Value is not null)
        .Select(f => $"{f.Name} {f.Value}"));
}
