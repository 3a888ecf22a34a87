namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>Whether both sides of a foreign key fit.</summary>
internal static class ForeignKeyChecks
{
    public static void Run(DeclaredSchema schema, ReferencedSchema references)
    {
        foreach (var table in schema.Tables)
        {
            foreach (var key in table.Table.ForeignKeys)
            {
                var target = schema.Table(key.ReferencedTable)?.Table
                    ?? references.Table(schema.Context.Profile.Name, key.ReferencedTable, schema.Context.TableNames);
                if (target is null || target.Columns.IsEmpty || key.Columns.Count != key.ReferencedColumns.Count) continue;
                Types(table, target, key, schema.Context);
                Target(table, target, key, schema.Context);
            }
        }
    }

    public static void Run(DeclaredTable table, BuildContext context)
    {
        foreach (var key in table.Table.ForeignKeys)
        {
            SetNull(table, key, table.PlaceOf(key), context);
            Indexed(table, key, table.PlaceOf(key), context);
        }
    }

    private static void Types(DeclaredTable table, Table target, ForeignKey key, BuildContext context)
    {
        for (var i = 0; i < key.Columns.Count; i++)
        {
            if (table.Table.Column(key.Columns[i]) is not { } from || target.Column(key.ReferencedColumns[i]) is not { } to) continue;
            if (Fit(from.Type, to.Type)) continue;
            context.Report(
                ModelDiagnostics.ForeignKeyTypes, table.PlaceOf(key), $"{table.Table.Name}.{from.Name}", from.Type.ToString(),
                $"{target.Name}.{to.Name}", to.Type.ToString());
        }
    }

    // A spelled type beside a logical one cannot be judged here: the provider's type table knows, we do not guess.
    private static bool Fit(ColumnType a, ColumnType b) => a.Logical == LogicalType.Native || b.Logical == LogicalType.Native
        ? a.Logical != b.Logical || string.Equals(a.Native, b.Native, StringComparison.OrdinalIgnoreCase)
        : a.Logical == b.Logical && a.IsArray == b.IsArray;

    private static void Target(DeclaredTable table, Table target, ForeignKey key, BuildContext context)
    {
        // As nearly every key does.
        if (target.PrimaryKey is { Columns: [{ } only] } && key.ReferencedColumns is [var one] && only.Column == one) return;
        var wanted = new HashSet<string>(key.ReferencedColumns.Select(c => c.Value), context.ColumnComparer);
        var keys = target.UniqueConstraints.Select(u => u.Columns)
            .Concat(target.Indexes.Where(i => i.Unique && i.Where is null).Select(i => i.Columns));
        if (target.PrimaryKey is { } primary) keys = keys.Append(primary.Columns);
        if (keys.Any(k => k.All(p => p.Expression is null) && wanted.SetEquals(k.Select(p => p.Column.Value)))) return;
        context.Report(
            ModelDiagnostics.ForeignKeyTarget, table.PlaceOf(key),
            $"the foreign key of {table.Table.Name} ({string.Join(", ", key.Columns)})",
            target.Name.ToString(), string.Join(", ", key.ReferencedColumns));
    }

    private static void SetNull(DeclaredTable table, ForeignKey key, Place place, BuildContext context)
    {
        if (key.OnDelete != ReferentialAction.SetNull && key.OnUpdate != ReferentialAction.SetNull) return;
        foreach (var name in key.Columns.AsEnumerable())
        {
            if (table.Table.Column(name) is { Nullable: false })
            {
                context.Report(ModelDiagnostics.SetNullOnRequired, place,
                    $"the foreign key of {table.Table.Name} to {key.ReferencedTable}", $"{table.Table.Name}.{name}");
            }
        }
    }

    // On the property of a single column; for several, on the class.
    private static Suggestion? MissingIndex(DeclaredTable table, ForeignKey key)
    {
        var properties = key.Columns.Select(c => table.Head.Columns.First(h => h.Column == c.Value).Property).ToList();
        return properties.Count == 1
            ? new("SchemaSync.Index", properties[0])
            : new($"SchemaSync.Index({string.Join(", ", properties.Select(p => $"nameof({p})"))})", "");
    }

    private static void Indexed(DeclaredTable table, ForeignKey key, Place place, BuildContext context)
    {
        if (!context.Profile.ForeignKeysLackIndex) return;
        var wanted = new HashSet<string>(key.Columns.Select(c => c.Value), context.ColumnComparer);
        var keys = table.Table.Indexes.Where(i => i.Where is null).Select(i => i.Columns)
            .Concat(table.Table.UniqueConstraints.Select(u => u.Columns));
        if (table.Table.PrimaryKey is { } primary) keys = keys.Append(primary.Columns);
        if (keys.Any(k => k.Count >= wanted.Count && wanted.SetEquals(k.Take(wanted.Count).Select(p => p.Column.Value ?? "")))) return;
        var columns = string.Join(", ", key.Columns);
        context.Suggest(
            ModelDiagnostics.ForeignKeyIndex, place, MissingIndex(table, key), $"the foreign key to {key.ReferencedTable}",
            $"{table.Table.Name} ({columns})", key.ReferencedTable.ToString(), table.Table.Name.ToString());
    }
}
