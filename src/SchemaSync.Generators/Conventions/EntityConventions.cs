namespace SchemaSync.Generators.Conventions;

/// <summary>
/// Classes as Entity Framework Core reads them, in the order it does: plain declarations in, declarations with explicit attributes out.
/// Whoever reads those knows nothing of conventions.
/// </summary>
internal static class EntityConventions
{
    public static EntityTables Apply(EntityDeclarations declared, ProjectInput project)
    {
        var model = EntityDiscovery.Find(StoredMembers.Resolve(declared, project.Assembly));
        PropertyConvention.Apply(model);
        KeyConvention.Apply(model);
        RelationshipConvention.Apply(model);
        NumberingConvention.Apply(model);
        HierarchyConvention.Apply(model);
        TableConvention.Apply(model);
        RefusedProperties.Report(model, project.Settings.Providers);
        foreach (var (use, name) in declared.Unknown) model.Report(AttributeDiagnostics.UnknownConfiguration, use.Place, use.Display, name);
        foreach (var (name, calls, place) in declared.Configured) model.Report(AttributeDiagnostics.ConfiguredInCode, place, name, calls);
        return new(model.Entities.Where(e => e.IsTable).Select(e => TableWriter.Write(e, project.Settings.Providers)).ToEquatableArray(),
            model.Findings.ToEquatableArray(), model.Entities.Where(e => e.IsTable).Select(e => e.Table).ToEquatableArray());
    }
}

/// <summary>What the conventions give.</summary>
/// <param name="Names">What the tables are called, before a provider cuts that.</param>
internal sealed record EntityTables(EquatableArray<TypeDeclaration> Types, EquatableArray<Finding> Findings, EquatableArray<string> Names)
{
    /// <summary>Declarations with these in place of every table: what the conventions have read is not read a second time.</summary>
    public IEnumerable<TypeDeclaration> Replacing(IEnumerable<TypeDeclaration> declared) =>
        IsNone ? declared : declared.Where(d => !d.Has(AttributeKind.Table)).Concat(Types);

    private bool IsNone => Types.IsEmpty && Findings.IsEmpty;
}
