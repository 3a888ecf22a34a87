namespace SchemaSync.Generators.Building;

/// <summary>The first pass over a class: its names and its key, without looking at other classes.</summary>
internal static class HeadBuilder
{
    public static TableHead? Build(TypeDeclaration type, BuildContext context)
    {
        if (type.IsGeneric || context.One(type.Attributes, AttributeKind.Table) is not { } table) return null;
        var columns = MemberColumns.Of(type, context)
            .ConvertAll(c => new HeadColumn(c.Member.Name, c.Name, c.Member.Type, c.Member.Place)).ToEquatableArray();
        var head = new TableHead(type.FullName, type.Name, context.Profile.Name, TableName(type, table, context), columns, default);
        return head with { PrimaryKey = Key(type, head, context) };
    }

    /// <summary>The columns of a view as its class names them; others are taken as they are written.</summary>
    public static TableHead OfView(TypeDeclaration type, QualifiedName view, BuildContext context)
    {
        var columns = type.Members.Where(m => context.One(m.Attributes, AttributeKind.Ignore) is null)
            .Select(m =>
                new HeadColumn(m.Name, context.Giving(m.Attributes, AttributeKind.Column, "Name")?.Text("Name") ?? context.NameOf(m.Name),
                    m.Type, m.Place));
        return new(type.FullName, type.Name, context.Profile.Name, view, columns.ToEquatableArray(), default) { IsOpen = true };
    }

    private static QualifiedName TableName(TypeDeclaration type, AttributeUse table, BuildContext context)
    {
        var schema = SchemaNames.Of(table, SchemaNames.OfType(type.FullName, context), context);
        return new(schema, new(table.Text("Name") ?? context.NameOf(type.Name)));
    }

    private static EquatableArray<string> Key(TypeDeclaration type, TableHead head, BuildContext context)
    {
        if (context.One(type.Attributes, AttributeKind.PrimaryKey) is { } onClass)
        {
            return onClass.Texts("Columns").Select(c => IndexParts.ColumnName(c, head)).OfType<string>().ToEquatableArray();
        }

        var columns = new List<(string Column, long Order)>(1);
        foreach (var member in type.Members)
        {
            if (context.One(member.Attributes, AttributeKind.PrimaryKey) is null || head.OfProperty(member.Name) is not { } column)
                continue;
            columns.Add((column.Column, MemberColumns.Order(member, context)));
        }

        return columns.Count == 1 ? [columns[0].Column] : columns.OrderBy(c => c.Order).Select(c => c.Column).ToEquatableArray();
    }
}
