using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>What a class says about the way from the old state to the new one.</summary>
internal static class TypeIntents
{
    public static IEnumerable<Intent> Of(TypeDeclaration type, TableHead head, BuildContext context)
    {
        var table = head.Table;
        foreach (var use in context.Many(type.Attributes, AttributeKind.RenamedFrom))
        {
            if (Former(use, table, context) is not { } former) continue;
            yield return new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, table), former);
        }

        // Of nearly every class no column is renamed, and then the columns need not be named once more.
        var columns = type.Members.Any(m => m.Has(AttributeKind.RenamedFrom)) ? MemberColumns.Of(type, context.Silent) : [];
        foreach (var (member, name) in columns)
        {
            foreach (var use in context.Many(member.Attributes, AttributeKind.RenamedFrom))
            {
                if (use.Text("Name") is { } former) yield return new(IntentKind.RenamedFrom, ObjectId.In(ObjectKind.Column, table, new(name)), new(former));
            }
        }

        foreach (var use in context.Many(type.Attributes, AttributeKind.Dropped))
        {
            const string Problem = "on a class, [Dropped] names a column, which has no schema and is of no other kind";
            if (use.Gives("Schema") || use.Gives("Kind")) context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, $"table {table}", Problem);
            if (use.Text("Name") is { } gone) yield return new(IntentKind.Dropped, ObjectId.In(ObjectKind.Column, table, new(gone)), new(gone));
        }
    }

    /// <summary>The earlier name of a table, which is in the table's schema: a name in quotes may hold a point.</summary>
    public static Identifier? Former(AttributeUse use)
    {
        if (use.Text("Name") is not { } text) return null;
        return SchemaNames.Parse(text) is { IsQualified: false } name ? name.Name : null;
    }

    private static Identifier? Former(AttributeUse use, QualifiedName table, BuildContext context)
    {
        var former = Former(use);
        if (former is not null || use.Text("Name") is not { } text) return former;
        context.Report(AttributeDiagnostics.RenamedAcrossSchemas, use.Place, $"table {table}", text);
        return null;
    }
}
