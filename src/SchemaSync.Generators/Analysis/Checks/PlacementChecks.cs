using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>Attributes on a class that cannot carry them: nobody would read them.</summary>
internal static class PlacementChecks
{
    private static readonly string[] ForTables =
    [
        "PrimaryKey", "Unique", "Index", "ForeignKey", "Check", "Exclude", "Comment", "RenamedFrom", "Dropped", "Strict", "WithoutRowid", "Unlogged", "TableOption", "CharSet",
        "Collation", "Trigger", "Policy", "RowLevelSecurity", "PartitionBy", "Partition", "Grant",
    ];

    /// <summary>Attributes of a class that declares nothing.</summary>
    public static IEnumerable<Finding> OfStray(string name, IEnumerable<AttributeUse> attributes) =>
        from use in attributes
        where !use.IsStandard && (ForTables.Contains(use.Kind) || Standalone.Kinds.Contains(use.Kind))
        select Misplaced(use, $"class {name}", ForTables.Contains(use.Kind)
            ? "the class is no table; add [Table], or remove it"
            : "the class is neither a table nor a view; put it on one, or on the assembly");

    /// <summary>Attributes of a class that declares something else than a table.</summary>
    public static IEnumerable<Finding> Of(TypeDeclaration type)
    {
        if (type.Has("Table")) return type.Custom is null ? [] : type.Attributes.Where(u => u.Kind is CustomType.Composite).Select(u => Misplaced(u, $"class {type.Name}", "the class is a table; a composite type needs a class of its own"));
        var (what, onClass, onMembers) = Allowed(type);
        return Misplaced(type.Attributes, onClass, $"class {type.Name}", what).Concat(type.Members.SelectMany(m => Misplaced(m.Attributes, onMembers, $"property {m.Name}", what)))
            // What a base class says is for the tables made from it.
            .Where(f => f.Place.Type == type.FullName);
    }

    private static (string What, string[] OnClass, string[] OnMembers) Allowed(TypeDeclaration type)
    {
        if (type.Has("View")) return ("view", [.. Standalone.Kinds, "Trigger", "Grant"], ["Column", "Ignore"]);
        if (type.Has("MaterializedView")) return ("materialized view", [.. Standalone.Kinds, "Index", "Grant"], ["Column", "Ignore", "Index"]);
        return type.Custom is { Members.IsEmpty: false }
            ? ("enum", [CustomType.Enum, "Grant"], [])
            : ("composite type", [CustomType.Composite, "Grant"], ["Column", "Ignore", "MaxLength", "Precision", "Collation"]);
    }

    // Standard attributes serve others as well.
    private static IEnumerable<Finding> Misplaced(EquatableArray<AttributeUse> attributes, string[] allowed, string subject, string what) =>
        attributes.Where(u => !u.IsStandard && !allowed.Contains(u.Kind)).Select(u => Misplaced(u, subject, $"the class is {Article.With(what)}, which has no such thing; remove it"));

    private static Finding Misplaced(AttributeUse use, string subject, string reason) => new(AttributeDiagnostics.Misplaced, use.Place, [use.Display, subject, reason]);
}
