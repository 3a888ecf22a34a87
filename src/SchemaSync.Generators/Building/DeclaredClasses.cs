namespace SchemaSync.Generators.Building;

/// <summary>A class as other projects need to know it.</summary>
internal static class DeclaredClasses
{
    public static DeclaredClass OfTable(TableHead head) => new()
    {
        Type = head.TypeName,
        Kind = ObjectKind.Table,
        Name = head.Table,
        Members = head.Columns.Select(c => new DeclaredMember(c.Property, c.Column)).ToEquatableArray(),
        Key = head.PrimaryKey,
    };

    /// <summary>An enum or composite type; null where the class is none for this provider.</summary>
    public static DeclaredClass? OfType(TypeDeclaration type, BuildContext context)
    {
        if (type.Custom is not { } custom) return null;
        if (context.One(custom.Attributes, AttributeKind.CompositeType) is { } composite)
        {
            var name = CustomColumnTypes.NameOf(composite, custom, context);
            return new() { Type = type.FullName, Kind = ObjectKind.CompositeType, Name = name };
        }

        if (context.One(custom.Attributes, AttributeKind.EnumType) is not { } use) return null;
        return new()
        {
            Type = type.FullName,
            Kind = ObjectKind.EnumType,
            Name = CustomColumnTypes.NameOf(use, custom, context),
            Members = custom.Members.Select(m => new DeclaredMember(m.Name, CustomColumnTypes.Label(m, context))).ToEquatableArray(),
            Numbers = custom.Members.Select(m => m.Number).ToEquatableArray(),
            IsFlags = custom.IsFlags,
        };
    }
}
