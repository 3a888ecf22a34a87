namespace SchemaSync.Generators.Building;

/// <summary>The other tables a class names, by class or by table.</summary>
/// <param name="Types">The class itself, then those it names.</param>
/// <param name="Tables">Names as they are written.</param>
internal sealed record References(EquatableArray<string> Types, EquatableArray<string> Tables)
{
    public static References Of(TypeDeclaration type)
    {
        var types = new List<string> { type.FullName };
        var tables = new List<string>();
        Add(type.Attributes, types, tables);
        foreach (var member in type.Members)
        {
            Add(member.Attributes, types, tables);
            if (member.Type.Target is { } target) types.Add(target);
        }

        return new(
            types.Count == 1 ? [type.FullName] : types.Distinct(StringComparer.Ordinal).ToEquatableArray(),
            tables.Count == 0 ? [] : tables.Distinct(StringComparer.OrdinalIgnoreCase).ToEquatableArray());
    }

    private static void Add(EquatableArray<AttributeUse> uses, List<string> types, List<string> tables)
    {
        foreach (var use in uses)
        {
            if (use.Kind == AttributeKind.ForeignKey && use["Table"] is { } table)
                (table.Kind == ConstantKind.Type ? types : tables).Add(table.Text);
            if (use.Kind == AttributeKind.Trigger && use.Text("From") is { } from) tables.Add(from);
        }
    }
}
