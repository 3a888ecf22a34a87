using System.Text;

namespace SchemaSync.PostgreSql.Kinds;

/// <summary>The statements that make a table.</summary>
internal static class TableText
{
    /// <summary>CREATE TABLE with its columns and constraints; foreign keys, indexes
    /// and what only ALTER TABLE can say come after it.</summary>
    public static string Create(Table table)
    {
        var text = new StringBuilder("CREATE ").Append(Has(table, StorageOptions.Unlogged) ? "UNLOGGED " : "")
            .Append("TABLE ").Append(Q(table.Name));
        var lines = table.Columns.Select(ColumnText.Define).Concat(Constraints(table)).ToList();
        if (!table.PartitionOf.IsEmpty) text.Append(" PARTITION OF ").Append(Q(table.PartitionOf));
        if (lines.Count > 0) text.Append(" (\n  ").AppendJoin(",\n  ", lines).Append("\n)");
        else if (table.PartitionOf.IsEmpty) text.Append(" ()");
        if (table.Bound is { } bound) text.Append(' ').Append(bound.Text);
        if (table.PartitionBy is { } key) text.Append(" PARTITION BY ").Append(key.Text);
        if (Value(table, StorageOptions.Method) is { } method) text.Append(" USING ").Append(Q(new Identifier(method)));
        var parameters = StorageOptions.Parameters(table.Options);
        if (parameters.Length > 0) text.Append(" WITH ").Append(parameters);
        if (Value(table, StorageOptions.Tablespace) is { } tablespace) text.Append(" TABLESPACE ").Append(Q(new Identifier(tablespace)));
        return text.ToString();
    }

    /// <summary>What CREATE TABLE cannot say: row security, replica identity,
    /// clustering, storage of columns; indexes exist by then.</summary>
    public static IEnumerable<string> Finish(Table table)
    {
        foreach (var option in table.Options)
        {
            if (Option(option, isSet: true) is { } clause) yield return $"ALTER TABLE {Q(table.Name)} {clause}";
        }

        foreach (var column in table.Columns)
        {
            foreach (var clause in ColumnText.Settings(column)) yield return $"ALTER TABLE {Q(table.Name)} {clause}";
        }
    }

    /// <summary>The clause of ALTER TABLE that sets or takes back an option that is no storage parameter; null for others.</summary>
    public static string? Option(TableOption option, bool isSet) => option.Name switch
    {
        StorageOptions.RowSecurity => isSet ? "ENABLE ROW LEVEL SECURITY" : "DISABLE ROW LEVEL SECURITY",
        StorageOptions.ForceRowSecurity => isSet ? "FORCE ROW LEVEL SECURITY" : "NO FORCE ROW LEVEL SECURITY",
        StorageOptions.ReplicaIdentity => isSet ? $"REPLICA IDENTITY {option.Value}" : "REPLICA IDENTITY DEFAULT",
        StorageOptions.Cluster => isSet ? $"CLUSTER ON {Q(new Identifier(option.Value))}" : "SET WITHOUT CLUSTER",
        _ => null,
    };

    private static IEnumerable<string> Constraints(Table table)
    {
        if (table.PrimaryKey is { } key) yield return ConstraintText.Define(key);
        foreach (var unique in table.UniqueConstraints) yield return ConstraintText.Define(unique);
        foreach (var check in table.CheckConstraints.Where(c => !c.NotValid)) yield return ConstraintText.Define(check);
        foreach (var exclusion in table.ExclusionConstraints) yield return ConstraintText.Define(exclusion);
    }

    private static bool Has(Table table, string option) => table.Options.Any(o => o.Name == option);

    private static string? Value(Table table, string option) => table.Options.FirstOrDefault(o => o.Name == option)?.Value;

    private static string Q(Identifier name) => PostgreSqlText.Quote(name);

    private static string Q(QualifiedName name) => PostgreSqlText.Quote(name);
}
