namespace SchemaSync.PostgreSql.Kinds;

/// <summary>Constraints as CREATE TABLE and ADD CONSTRAINT spell them.</summary>
internal static class ConstraintText
{
    /// <summary>A primary key.</summary>
    public static string Define(PrimaryKey key) =>
        Named(key) + $"PRIMARY KEY ({Columns(key.Columns, key.WithoutOverlaps)})"
            + Index(key.Include, key.Options) + Deferred(key.Deferrability);

    /// <summary>A unique constraint.</summary>
    public static string Define(UniqueConstraint unique) =>
        Named(unique)
            + $"UNIQUE {(unique.NullsNotDistinct ? "NULLS NOT DISTINCT " : "")}({Columns(unique.Columns, unique.WithoutOverlaps)})"
            + Index(unique.Include, unique.Options) + Deferred(unique.Deferrability);

    /// <summary>A check.</summary>
    public static string Define(CheckConstraint check) =>
        Named(check) + $"CHECK ({check.Expression.Text})" + (check.NoInherit ? " NO INHERIT" : "")
            + (check.NotEnforced ? " NOT ENFORCED" : "") + (check.NotValid ? " NOT VALID" : "");

    /// <summary>An exclusion constraint.</summary>
    public static string Define(ExclusionConstraint exclusion) =>
        Named(exclusion) + $"EXCLUDE {exclusion.Definition.Text}" + Deferred(exclusion.Deferrability);

    /// <summary>A foreign key.</summary>
    public static string Define(ForeignKey key)
    {
        var referenced = key.ReferencedColumns.IsEmpty ? "" : $" ({Period(key.ReferencedColumns, key.Period)})";
        var set = key.OnDeleteColumns.IsEmpty ? "" : $" ({PostgreSqlText.Names(key.OnDeleteColumns)})";
        return Named(key)
            + $"FOREIGN KEY ({Period(key.Columns, key.Period)}) REFERENCES {PostgreSqlText.Quote(key.ReferencedTable)}{referenced}"
            + (key.Match == ForeignKeyMatch.Full ? " MATCH FULL" : "") + Action(" ON UPDATE ", key.OnUpdate)
            + Action(" ON DELETE ", key.OnDelete) + set
            + Deferred(key.Deferrability) + (key.NotEnforced ? " NOT ENFORCED" : "") + (key.NotValid ? " NOT VALID" : "");
    }

    /// <summary>The part about deferring, or nothing.</summary>
    public static string Deferred(Deferrability deferrability) => deferrability switch
    {
        Deferrability.InitiallyDeferred => " DEFERRABLE INITIALLY DEFERRED",
        Deferrability.InitiallyImmediate => " DEFERRABLE",
        _ => "",
    };

    private static string Columns(EquatableArray<IndexPart> parts, bool withoutOverlaps) =>
        PostgreSqlText.Names(parts.Select(p => p.Column)) + (withoutOverlaps ? " WITHOUT OVERLAPS" : "");

    private static string Period(EquatableArray<Identifier> columns, bool period) => period
        ? string.Join(", ", columns.Select((c, i) => (i == columns.Count - 1 ? "PERIOD " : "") + PostgreSqlText.Quote(c)))
        : PostgreSqlText.Names(columns);

    private static string Index(EquatableArray<Identifier> include, EquatableArray<TableOption> options)
    {
        var parameters = StorageOptions.Parameters(options);
        var tablespace = options.FirstOrDefault(o => o.Name == StorageOptions.Tablespace);
        return (include.IsEmpty ? "" : $" INCLUDE ({PostgreSqlText.Names(include)})")
            + (parameters.Length == 0 ? "" : $" WITH {parameters}")
            + (tablespace is null ? "" : $" USING INDEX TABLESPACE {PostgreSqlText.Quote(new Identifier(tablespace.Value))}");
    }

    private static string Action(string words, ReferentialAction action) =>
        action == ReferentialAction.NoAction ? "" : words + SqlTokens.Of(action);

    private static string Named(SchemaObject constraint) =>
        constraint.LocalName.IsEmpty ? "" : $"CONSTRAINT {PostgreSqlText.Quote(constraint.LocalName)} ";
}

/// <summary>CREATE INDEX.</summary>
internal static class IndexText
{
    /// <summary>The statement.</summary>
    /// <param name="owner">The table or materialized view.</param>
    /// <param name="index">The index; its name may differ while another takes its place.</param>
    /// <param name="concurrently">Without blocking writers; not possible inside a transaction.</param>
    /// <param name="only">On the partitioned table itself and none of its partitions.</param>
    public static string Create(QualifiedName owner, Index index, bool concurrently = false, bool only = false)
    {
        var parameters = StorageOptions.Parameters(index.Options);
        var tablespace = index.Options.FirstOrDefault(o => o.Name == StorageOptions.Tablespace);
        return $"CREATE {(index.Unique ? "UNIQUE " : "")}INDEX {(concurrently ? "CONCURRENTLY " : "")}"
            + $"{PostgreSqlText.Quote(index.Name)} ON {(only ? "ONLY " : "")}{PostgreSqlText.Quote(owner)}"
            + (index.Method is { } method ? $" USING {PostgreSqlText.Quote(new Identifier(method))}" : "")
            + $" ({string.Join(", ", index.Columns.Select(Part))})"
            + (index.Include.IsEmpty ? "" : $" INCLUDE ({PostgreSqlText.Names(index.Include)})")
            + (index.NullsNotDistinct ? " NULLS NOT DISTINCT" : "")
            + (parameters.Length == 0 ? "" : $" WITH {parameters}")
            + (tablespace is null ? "" : $" TABLESPACE {PostgreSqlText.Quote(new Identifier(tablespace.Value))}")
            + (index.Where is { } where ? $" WHERE {where.Text}" : "");
    }

    private static string Part(IndexPart part) =>
        (part.Expression is { } expression ? $"({expression.Text})" : PostgreSqlText.Quote(part.Column))
        + (part.Collation is { } collation ? $" COLLATE {ColumnText.Collation(collation)}" : "")
        + (part.OperatorClass is { } type ? $" {type}" : "")
        + (part.OperatorClassParameters.IsEmpty ? "" : $" {StorageOptions.Parameters(part.OperatorClassParameters)}")
        + (part.Descending ? " DESC" : "") + part.NullsFirst switch { true => " NULLS FIRST", false => " NULLS LAST", null => "" };
}
