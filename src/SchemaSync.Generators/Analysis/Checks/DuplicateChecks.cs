namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>One name for two objects.</summary>
internal static class DuplicateChecks
{
    public static void Run(DeclaredSchema schema)
    {
        var context = schema.Context;
        Tables(schema, context);
        Indexes(schema, context);
        Triggers(schema, context);
        Others(schema, context);
    }

    public static void Run(DeclaredTable table, BuildContext context)
    {
        Columns(table, context);
        Constraints(table, context);
    }

    private static void Tables(DeclaredSchema schema, BuildContext context)
    {
        var seen = new Dictionary<string, string>(context.TableComparer);
        foreach (var table in schema.Tables)
        {
            var name = table.Table.Name.ToString();
            if (seen.TryGetValue(name, out var other)) context.Report(ModelDiagnostics.DuplicateTable, table.Place, $"table {name}", other);
            else seen.Add(name, $"class {table.Type.Name}");
        }

        // On PostgreSQL every table is a type as well; elsewhere there are no types.
        foreach (var other in schema.Others.Where(o =>
            o.Object is Table or View or MaterializedView or Sequence or CompositeType or EnumType or Domain))
        {
            var subject = other.Object;
            var name = subject.Name.ToString();
            if (!seen.TryGetValue(name, out var first)) seen.Add(name, $"another {subject.Kind}");
            else context.Report(ModelDiagnostics.DuplicateTable, other.Place, $"{subject.Kind} {name}", first);
        }
    }

    /// <summary>Objects with a space of names to themselves.</summary>
    private static void Others(DeclaredSchema schema, BuildContext context)
    {
        var seen = new HashSet<string>(context.ColumnComparer);
        foreach (var (subject, place) in schema.Others.Where(o => o.Object is Routine or Event or Extension or Schema or SqlObject)
            .Select(o => (o.Object, o.Place)))
        {
            var space = subject is Routine && context.Profile.RoutinesShareNames ? "routine" : subject.Kind.Name;
            if (!seen.Add($"{space} {subject.Key}"))
                context.Report(ModelDiagnostics.DuplicateName, place, subject.Kind.Name, subject.Key, "the schema");
        }
    }

    private static void Columns(DeclaredTable table, BuildContext context)
    {
        var seen = new Dictionary<string, HeadColumn>(context.ColumnComparer);
        foreach (var column in table.Head.Columns.AsEnumerable())
        {
            if (seen.TryGetValue(column.Column, out var other))
                context.Report(ModelDiagnostics.DuplicateColumn, column.Place, $"{table.Table.Name}.{column.Column}", other.Property);
            else seen.Add(column.Column, column);
        }
    }

    private static void Constraints(DeclaredTable table, BuildContext context)
    {
        var seen = new HashSet<string>(context.ColumnComparer);
        foreach (var child in table.Table.Children)
        {
            if (child is Column or Model.Objects.Index || child.Name.IsEmpty || seen.Add(child.Name.Value)) continue;
            context.Report(ModelDiagnostics.DuplicateName, table.PlaceOf(child),
                child.Kind.Name, child.Name.Value, $"table {table.Table.Name}");
        }
    }

    private static void Indexes(DeclaredSchema schema, BuildContext context)
    {
        var seen = new Dictionary<string, string>(context.ColumnComparer);
        if (context.Profile.IndexNamesPerSchema)
        {
            foreach (var table in schema.Tables) seen[table.Table.Name.ToString()] = $"a table of that name, class {table.Type.Name}";
        }

        foreach (var table in schema.Tables)
        {
            if (!context.Profile.IndexNamesPerSchema) seen.Clear();
            foreach (var index in table.Table.Indexes.AsEnumerable())
            {
                // An index is in the schema of its table.
                var name = table.Table.Name.Sibling(index.Name).ToString();
                if (!seen.TryGetValue(name, out var other)) seen.Add(name, $"table {table.Table.Name}");
                else context.Report(ModelDiagnostics.DuplicateName, table.PlaceOf(index), "index", index.Name.Value, other);
            }
        }
    }

    private static void Triggers(DeclaredSchema schema, BuildContext context)
    {
        var seen = new HashSet<string>(context.ColumnComparer);
        foreach (var (subject, place) in schema.Others.Select(o => (o.Object, o.Place)))
        {
            if (subject is not Trigger trigger) continue;
            var perTable = context.Profile.TriggerNamesPerTable;
            if (seen.Add(perTable ? trigger.Key : trigger.On.Sibling(trigger.Name.Name).ToString())) continue;
            var where = perTable ? trigger.On.ToString() : "another table or view";
            context.Report(ModelDiagnostics.DuplicateName, place, "trigger", trigger.Name.Name.Value, where);
        }
    }
}
