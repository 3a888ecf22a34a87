namespace SchemaSync.Generators.Building;

/// <summary>Types that the assembly says how to store: value objects, and classes that no column holds by itself.</summary>
internal static class StoredTypes
{
    private static readonly Dictionary<string, LogicalType> ByName = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = LogicalType.Boolean, ["System.Byte"] = LogicalType.Byte, ["System.SByte"] = LogicalType.SByte,
        ["System.Int16"] = LogicalType.Int16, ["System.UInt16"] = LogicalType.UInt16, ["System.Int32"] = LogicalType.Int32,
        ["System.UInt32"] = LogicalType.UInt32, ["System.Int64"] = LogicalType.Int64, ["System.UInt64"] = LogicalType.UInt64,
        ["System.Single"] = LogicalType.Single, ["System.Double"] = LogicalType.Double, ["System.Decimal"] = LogicalType.Decimal,
        ["System.String"] = LogicalType.String, ["System.Char"] = LogicalType.Char, ["System.Byte[]"] = LogicalType.Binary,
        ["System.Guid"] = LogicalType.Guid, ["System.DateTime"] = LogicalType.DateTime, ["System.TimeSpan"] = LogicalType.TimeSpan,
        ["System.DateTimeOffset"] = LogicalType.DateTimeOffset, ["System.DateOnly"] = LogicalType.Date,
        ["System.TimeOnly"] = LogicalType.Time, ["System.Text.Json.JsonDocument"] = LogicalType.Json,
    };

    /// <summary>The class with its properties as they are stored; the very same one where the assembly says nothing.</summary>
    public static TypeDeclaration Resolve(TypeDeclaration type, AssemblyDeclaration assembly) =>
        assembly.Attributes.Has(AttributeKind.ColumnType) && type.Members.Any(m => Says(m.Type, assembly))
            ? type with { Members = type.Members.Map(m => Resolve(m, assembly)) } : type;

    /// <summary>Whether the assembly says how to store it.</summary>
    public static bool Says(ClrType type, AssemblyDeclaration assembly) =>
        type.Class is not null && assembly.Attributes.Any(a => Is(a, type.Class));

    public static MemberDeclaration Resolve(MemberDeclaration member, AssemblyDeclaration assembly)
    {
        if (member.Type.Class is not { } name) return member;
        foreach (var use in assembly.Attributes.Where(a => Is(a, name)))
        {
            if (Logical(use) is { } logical)
                member = member with { Type = member.Type with { Logical = logical, IsArray = member.Type.IsCollection, Target = null } };
            var isSaid = member.Attributes
                .Any(a => a.Kind == AttributeKind.Ignore || (a.Kind == AttributeKind.Column && a.Text("Type") is not null));
            if (use.Text("Native") is { } native && !isSaid)
                member = member with { Attributes = [.. member.Attributes, AsColumn(use, native, member.Place)] };
        }

        return member;
    }

    /// <summary>Reports what says nothing that a column could be.</summary>
    public static void Check(AssemblyDeclaration assembly, BuildContext context)
    {
        foreach (var use in context.Many(assembly.Attributes, AttributeKind.ColumnType))
        {
            var problem = use.Text("Native") is { } native ? native.Trim().Length == 0 ? "its type is empty" : null
                : use["Stored"] is { Kind: ConstantKind.Type } stored && Logical(use) is null
                    ? $"{stored.Member} is no type that a column holds; use one that is, or the column's type in quotes" : null;
            if (problem is not null) context.Report(AttributeDiagnostics.Misplaced, use.Place, use.Display, "the assembly", problem);
        }
    }

    private static bool Is(AttributeUse use, string name) => use.Kind == AttributeKind.ColumnType && use["Type"]?.Text == name;

    private static LogicalType? Logical(AttributeUse use) =>
        use["Stored"] is { } stored && ByName.TryGetValue(stored.Text, out var logical) ? logical : null;

    private static AttributeUse AsColumn(AttributeUse use, string native, Place place) => new()
    {
        Kind = AttributeKind.Column, Place = place, Providers = use.Providers, Arguments = [new("Type", ConstantValue.Of(native))],
    };
}
