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
