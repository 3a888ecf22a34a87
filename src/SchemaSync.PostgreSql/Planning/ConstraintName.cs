using System.Text;

namespace SchemaSync.PostgreSql.Planning;

/// <summary>A name for a constraint that has none, in the server's own manner: online steps have to speak of it.</summary>
internal static class ConstraintName
{
    private const int MaxBytes = 63;

    /// <summary>The constraint with a name that nothing of the schema has.</summary>
    public static SchemaPart Give(Table table, SchemaPart constraint, PlanState state)
    {
        if (!constraint.Name.IsEmpty) return constraint;
        var (columns, suffix) = constraint switch
        {
            PrimaryKey => ([], "pkey"),
            UniqueConstraint unique => (unique.Columns.Select(c => c.Column), "key"),
            ForeignKey key => (key.Columns, "fkey"),
            ExclusionConstraint => ([], "excl"),
            CheckConstraint check =>
                (table.Columns.Select(c => c.Name).Where(c => ObjectUses.Names(check.Expression, c)).ToList() is [var only]
                    ? [only]
                    : [], "check"),
            _ => ((IEnumerable<Identifier>)[], constraint.Kind.Name),
        };
        return constraint with { Name = Free(table, columns, suffix, state) };
    }

    /// <summary>The first name that the server gives a key or an index that it makes itself.</summary>
    public static Identifier OfServer(QualifiedName table, SchemaPart part) => part switch
    {
        UniqueConstraint unique => OfServer(table.Name, Columns(unique.Columns), "key"),
        Index index => OfServer(table.Name, Columns(index.Columns), "idx"),
        _ => OfServer(table.Name, "", "pkey"),
    };

    /// <summary>A name of table, columns and kind; the longer part is cut first (makeObjectName).</summary>
    public static Identifier OfServer(Identifier table, string columns, string suffix)
    {
        var (first, second) = (table.Value, columns);
        var rest = suffix.Length + (second.Length > 0 ? 2 : 1);
        while (Encoding.UTF8.GetByteCount(first) + Encoding.UTF8.GetByteCount(second) + rest > MaxBytes)
        {
            if (Encoding.UTF8.GetByteCount(first) > Encoding.UTF8.GetByteCount(second)) first = first[..^1];
            else second = second[..^1];
        }

        return new(second.Length > 0 ? $"{first}_{second}_{suffix}" : $"{first}_{suffix}");
    }

    private static string Columns(EquatableArray<IndexPart> parts) =>
        string.Join('_', parts.Select(p => p.Expression is null ? p.Column.Value : "expr"));

    /// <summary>A name for the NOT NULL of a column.</summary>
    public static Identifier NotNull(Table table, Column column, PlanState state) => Free(table, [column.Name], "not_null", state);

    private static Identifier Free(Table table, IEnumerable<Identifier> columns, string suffix, PlanState state)
    {
        var stem = Cut(string.Join('_', columns.Select(c => c.Value).Prepend(table.Name.Name.Value)), MaxBytes - suffix.Length - 4);
        for (var n = 0; ; n++)
        {
            var name = new Identifier($"{stem}_{suffix}{(n == 0 ? "" : n)}");
            if (state.TakeName(name)) return name;
        }
    }

    private static string Cut(string text, int bytes)
    {
        while (Encoding.UTF8.GetByteCount(text) > bytes) text = text[..^(char.IsLowSurrogate(text[^1]) ? 2 : 1)];
        return text;
    }
}
