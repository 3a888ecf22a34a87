namespace SchemaSync.Generators.Building;

/// <summary>Sequences.</summary>
internal static class Sequences
{
    public static IEnumerable<(TopLevelObject Sequence, AttributeUse Use)> Of(
        EquatableArray<AttributeUse> attributes, TableHead? head, Identifier home, BuildContext context)
    {
        foreach (var use in BuildContext.Winners(context.Many(attributes, AttributeKind.Sequence), u => u.Text("Name") ?? ""))
        {
            var subject = $"sequence {use.Text("Name")}";
            context.Supports(use, subject);
            var name = context.Qualified(use, home);
            yield return (new Sequence
            {
                Name = name,
                Type = use.Text("Type") is { } type ? ColumnType.Of(type.Trim()) : null,
                Start = use.Number("Start"),
                Increment = use.Number("Increment"),
                Min = use.Number("Min"),
                Max = use.Number("Max"),
                Cache = use.Number("Cache"),
                Cycle = use.Flag("Cycle"),
                OwnedBy = Owner(use, name, head, context),
                Comment = use.Text("Comment"),
            }, use);
        }
    }

    private static ColumnReference? Owner(AttributeUse use, QualifiedName name, TableHead? head, BuildContext context)
    {
        if (use.Text("OwnedBy") is not { } column) return null;
        if (head is null || head.Table.Schema != name.Schema)
        {
            var problem = head is null ? "OwnedBy is for a sequence on the class of the table that has the column"
                : "a sequence with OwnedBy is in the schema of its table";
            context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, $"sequence {name}", problem);
            return null;
        }

        var columns = IndexParts.Columns(use, [column], head, context);
        return columns.IsEmpty ? null : new(head.Table, columns[0]);
    }
}
