namespace SchemaSync.Generators.Building;

/// <summary>What a class says about the way from the old state to the new one.</summary>
internal static class TypeIntents
{
    public static IEnumerable<Intent> Of(TypeDeclaration type, TableHead head, BuildContext context)
    {
        var table = head.Table;
        foreach (var use in context.Many(type.Attributes, AttributeKind.RenamedFrom))
        {
            if (Former(use, table, context) is not { } former) continue;
            var moves = former.Schema != table.Schema;
            yield return new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, table),
                former.Name) { FormerSchema = moves ? former.Schema : default };
        }

        // Of nearly every class no column is renamed, and then the columns need not be named once more.
        var columns = type.Members.Any(m => m.Has(AttributeKind.RenamedFrom)) ? MemberColumns.Of(type, context.Silent) : [];
        foreach (var (member, name) in columns)
        {
            foreach (var use in context.Many(member.Attributes, AttributeKind.RenamedFrom))
            {
                if (use.Text("Name") is { } former)
                    yield return new(IntentKind.RenamedFrom, ObjectId.In(ObjectKind.Column, table, new(name)), new(former));
            }
        }

        foreach (var use in context.Many(type.Attributes, AttributeKind.Dropped))
        {
            const string Problem = "on a class, [Dropped] names a column, which has no schema and is of no other kind";
            if (use.Gives("Schema") || use.Gives("Kind"))
                context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, $"table {table}", Problem);
            if (use.Text("Name") is { } gone)
                yield return new(IntentKind.Dropped, ObjectId.In(ObjectKind.Column, table, new(gone)), new(gone));
        }
    }

    /// <summary>The earlier name of a table, in its own schema or in another shared one: a name
    /// in quotes may hold a point. Null where it cannot be one.</summary>
    public static QualifiedName? Former(AttributeUse use, QualifiedName table) =>
        use.Text("Name") is not { } text || SchemaNames.Parse(text) is not { } name ? null
        : !name.IsQualified ? table.Sibling(name.Name) : table.IsQualified ? name : null;

    private static QualifiedName? Former(AttributeUse use, QualifiedName table, BuildContext context)
    {
        if (use.Text("Name") is not { } text) return null;
        if (Former(use, table) is not { } former)
        {
            var reason = SchemaNames.Parse(text) is null
                ? "is no name"
                : "says a schema, but the table is each tenant's own, and every tenant would move the same one";
            context.Report(AttributeDiagnostics.RenamedAcrossSchemas, use.Place, $"table {table}", text, reason);
            return null;
        }

        if (former.Schema != table.Schema && context.Profile.IsSystemSchema(former.Schema.Value))
            SchemaNames.Check(use, former.Schema.Value, use.Display, context);
        return former;
    }
}
