namespace SchemaSync.Generators.Analysis.Checks;

/// <summary>Attributes on a class that cannot carry them: nobody would read them.</summary>
internal static class PlacementChecks
{
    /// <summary>Attributes of a class that declares nothing.</summary>
    public static IEnumerable<Finding> OfStray(TypeReading type) =>
        from use in type.Stray
        where !type.Stray.Has(AttributeKind.SchemaConfiguration)
        where use.Kind.IsFor(Placement.Table) && use.Kind != AttributeKind.Table
        select Misplaced(use, $"class {type.Name}", use.Kind.StandsAlone
            ? "the class is neither a table nor a view; put it on one, or on the assembly"
            : "the class is no table; add [Table], or remove it");

    /// <summary>Attributes of a class that declares something else than a table.</summary>
    public static IEnumerable<Finding> Of(TypeDeclaration type)
    {
        if (type.Has(AttributeKind.Table))
            return type.Custom is null
                ? []
                : type.Attributes.Where(u => u.Kind == AttributeKind.CompositeType)
                    .Select(u => Misplaced(u, $"class {type.Name}", "the class is a table; a composite type needs a class of its own"));
        var (what, onClass, onMembers) = Allowed(type);
        return Misplaced(type.Attributes, onClass, $"class {type.Name}", what)
            .Concat(type.Members.SelectMany(m => Misplaced(m.Attributes, onMembers, $"property {m.Name}", what)))
            // What a base class says is for the tables made from it.
            .Where(f => f.Place.Type == type.FullName);
    }

    private static (string What, Placement OnClass, Placement OnMembers) Allowed(TypeDeclaration type) =>
        type.Has(AttributeKind.View) ? ("view", Placement.View, Placement.ViewProperty)
        : type.Has(AttributeKind.MaterializedView) ? ("materialized view", Placement.MaterializedView, Placement.MaterializedViewProperty)
        : type.Custom is { Members.IsEmpty: false } ? ("enum", Placement.Enum, Placement.EnumValue)
        : ("composite type", Placement.Composite, Placement.CompositeProperty);

    // Standard attributes serve others as well.
    private static IEnumerable<Finding> Misplaced(EquatableArray<AttributeUse> attributes, Placement place, string subject, string what) =>
        attributes.Where(u => !u.IsStandard && !u.Kind.IsFor(place))
            .Select(u => Misplaced(u, subject, $"the class is {Article.With(what)}, which has no such thing; remove it"));

    private static Finding Misplaced(AttributeUse use, string subject, string reason) =>
        new(AttributeDiagnostics.Misplaced, use.Place, [use.Display, subject, reason]);
}
