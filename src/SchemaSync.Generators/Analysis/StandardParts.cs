namespace SchemaSync.Generators.Analysis;

/// <summary>What standard attributes say that the schema cannot keep, and bases whose attributes are out of reach.</summary>
internal static class StandardParts
{
    public static IEnumerable<Finding> Check(TypeDeclaration type)
    {
        foreach (var finding in Check(type.Attributes, $"class {type.Name}")) yield return finding;
        foreach (var finding in type.Members.SelectMany(m => Check(m.Attributes, $"property {m.Name}"))) yield return finding;
        if (type.ForeignBases.FirstOrDefault(b => b.HasProperties && b.Problem is not null) is { } parent)
            yield return new(AttributeDiagnostics.ForeignBase, Place.OfType(type.FullName), [type.Name, parent.Name, parent.Problem!]);
    }

    private static IEnumerable<Finding> Check(EquatableArray<AttributeUse> attributes, string subject) =>
        from use in attributes
        let part = use.Text(StandardAttributes.NotHonoured)
        where part is not null
        select new Finding(AttributeDiagnostics.NotHonoured, use.Place, [part, use.Display, subject]);
}
