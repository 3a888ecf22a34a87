using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>The other tables a class names, by class or by table.</summary>
internal sealed record References(EquatableArray<string> Types, EquatableArray<string> Tables)
{
    public static References Of(TypeDeclaration type)
    {
        var types = new HashSet<string>(StringComparer.Ordinal) { type.FullName };
        var tables = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var use in type.Attributes.Concat(type.Members.SelectMany(m => m.Attributes)))
        {
            if (use.Kind == "ForeignKey" && use["Table"] is { } table) (table.Kind == ConstantKind.Type ? types : tables).Add(table.Text);
        }

        foreach (var member in type.Members) if (member.Type.Target is { } target) types.Add(target);
        return new(types.ToEquatableArray(), tables.ToEquatableArray());
    }
}
