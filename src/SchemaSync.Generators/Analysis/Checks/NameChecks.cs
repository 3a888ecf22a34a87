namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>The name of every declared object.</summary>
internal static class NameChecks
{
    public static void Run(DeclaredSchema schema)
    {
        foreach (var other in schema.Others)
        {
            Check(schema.Context, other.Object.Kind, other.Object.LocalName.Value, other.Place);
            foreach (var child in other.Object.Children.Where(c => !c.Name.IsEmpty))
                Check(schema.Context, child.Kind, child.Name.Value, other.Place);
        }
    }

    public static void Run(DeclaredTable table, BuildContext context)
    {
        Check(context, ObjectKind.Table, table.Table.Name.Name.Value, table.Place);
        foreach (var column in table.Head.Columns) Check(context, ObjectKind.Column, column.Column, column.Place);
        foreach (var child in table.Table.Children)
        {
            if (child is Column || (child.Name.IsEmpty && child is not Model.Objects.Index)) continue;
            Check(context, child.Kind, child.Name.Value, table.PlaceOf(child));
        }
    }

    private static void Check(BuildContext context, ObjectKind kind, string name, Place place)
    {
        if (name.Trim().Length == 0) context.Report(AttributeDiagnostics.EmptyName, place, kind.Name);
        else NameRules.Check(name, place, context);
    }
}
