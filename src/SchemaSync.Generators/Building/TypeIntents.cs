using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>What a class says about the way from the old state to the new one.</summary>
internal static class TypeIntents
{
    public static IEnumerable<Intent> Of(TypeDeclaration type, TableHead head, BuildContext context)
    {
        var table = new QualifiedName(head.Table);
        foreach (var use in context.Many(type.Attributes, "RenamedFrom"))
        {
            if (use.Text("Name") is { } former) yield return new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, table), new(former));
        }

        // Of nearly every class no column is renamed, and then the columns need not be named once more.
        var columns = type.Members.Any(m => m.Has("RenamedFrom")) ? MemberColumns.Of(type, context.Silent) : [];
        foreach (var (member, name) in columns)
        {
            foreach (var use in context.Many(member.Attributes, "RenamedFrom"))
            {
                if (use.Text("Name") is { } former) yield return new(IntentKind.RenamedFrom, ObjectId.In(ObjectKind.Column, table, new(name)), new(former));
            }
        }

        foreach (var use in context.Many(type.Attributes, "Dropped"))
        {
            if (use.Text("Name") is { } gone) yield return new(IntentKind.Dropped, ObjectId.In(ObjectKind.Column, table, new(gone)), new(gone));
        }
    }
}
