namespace SchemaSync.Generators.Building;

/// <summary>Partitions: parts of their table, or tables of their own.</summary>
internal static class Partitions
{
    public static SqlExpression? Key(TypeDeclaration type, TableHead head, BuildContext context)
    {
        var subject = $"table {head.Display}";
        if (context.One(type.Attributes, AttributeKind.PartitionBy, subject) is not { } use)
        {
            foreach (var stray in context.Many(type.Attributes, AttributeKind.Partition).Take(1))
                context.Report(AttributeDiagnostics.Misplaced, stray.Place, stray.Display, subject,
                    "the table is not partitioned; add [PartitionBy]");
            return null;
        }

        context.Supports(use, subject);
        if (use.Text("Sql")?.Trim() is { Length: > 0 } sql) return new(sql);
        context.Report(AttributeDiagnostics.EmptySql, use.Place, use.Display, subject);
        return null;
    }

    /// <summary>The parts of a table whose partitions are no tables.</summary>
    public static EquatableArray<Partition> Parts(TypeDeclaration type, BuildContext context)
    {
        if (context.Profile.PartitionsAreTables) return default;
        return Uses(type, context).Select(use =>
        {
            var subject = $"partition {use.Text("Name")}";
            context.Supports(use, subject);
            return new Partition
            {
                Name = new(use.Text("Name") ?? ""),
                Values = Values(use),
                Options = Options.Read(use, context.Profile.PartitionOptions, subject, context),
            };
        }).ToEquatableArray();
    }

    /// <summary>The tables that are partitions of a table.</summary>
    public static IEnumerable<(Table Table, AttributeUse Use)> Tables(TypeDeclaration type, TableHead head, BuildContext context)
    {
        if (!context.Profile.PartitionsAreTables) yield break;
        var uses = Uses(type, context).ToList();
        if (uses.Count == 0) yield break;
        var names = uses.Select(u => context.Qualified(u, head.Table.Schema)).ToList();
        foreach (var (use, name) in uses.Zip(names, (u, n) => (u, n)))
        {
            var subject = $"partition {use.Text("Name")}";
            context.Supports(use, subject);
            if (Values(use) is null)
                context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, subject,
                    "it needs its rows, such as \"FOR VALUES FROM (1) TO (9)\" or \"DEFAULT\"");
            var parent = use.Text("Of") is { } of ? SchemaNames.Parse(of, head.Table.Schema) : head.Table;
            if (parent is null || (use.Text("Of") is not null && (!names.Contains(parent.Value) || parent == name)))
                context.Report(ModelDiagnostics.UnknownTable, use.Place, subject, use.Text("Of") ?? "");
            yield return (new Table
            {
                Name = name,
                PartitionOf = parent ?? head.Table,
                Bound = Values(use),
                PartitionBy = use.Text("PartitionBy")?.Trim() is { Length: > 0 } sql ? new(sql) : null,
                Options = Options.Read(use, context.Profile.TableOptions, subject, context),
            }, use);
        }
    }

    private static IEnumerable<AttributeUse> Uses(TypeDeclaration type, BuildContext context) =>
        BuildContext.Winners(context.Many(type.Attributes, AttributeKind.Partition), u => u.Text("Name") ?? "");

    private static SqlExpression? Values(AttributeUse use) => use.Text("Values")?.Trim() is { Length: > 0 } values ? new(values) : null;
}
