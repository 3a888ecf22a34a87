namespace SchemaSync.Generators.Emitting;

/// <summary>The names that other projects need, as an assembly attribute.</summary>
internal static class DeclaredNamesEmitter
{
    /// <summary>The source text; null where nothing is declared.</summary>
    public static string? Emit(EquatableArray<EquatableArray<BuiltType>> types)
    {
        var groups = NamesFormat.Group(types.SelectMany(t => t.AsEnumerable()).GroupBy(b => b.Provider).Select(built => new DeclaredNames
        {
            Providers = [built.Key],
            Classes = built.Select(b => b.Class).OfType<DeclaredClass>().ToEquatableArray(),
            Others = built.SelectMany(Others).ToEquatableArray(),
        }));
        return groups.All(g => g.Classes.IsEmpty && g.Others.IsEmpty) ? null
            : CSharpText.Metadata(NamesFormat.Key, json => NamesFormat.Write(json, groups));
    }

    /// <summary>The list of the assemblies that the schema is composed of; null where it is this one alone.</summary>
    public static string? Emit(EquatableArray<PartReference> parts) =>
        parts.IsEmpty ? null : CSharpText.Metadata(PartList.Key, json => PartList.Write(json, parts));

    /// <summary>The classes from which tables of other projects may take columns; null where there is none.</summary>
    public static string? Emit(EquatableArray<BaseDeclaration> bases) =>
        bases.IsEmpty ? null : CSharpText.Metadata(BasesFormat.Key, json => BasesFormat.Write(json, bases));

    // Not by way of the children, which would be listed, columns and all.
    private static EquatableArray<Model.Objects.Index> Indexes(TopLevelObject subject) => subject switch
    {
        Table table => table.Indexes,
        MaterializedView view => view.Indexes,
        _ => default,
    };

    private static IEnumerable<ObjectId> Others(BuiltType built)
    {
        foreach (var subject in built.Objects.AsEnumerable())
        {
            if (subject is not Table || built.Class?.Name != subject.Name) yield return ObjectId.Of(subject);
            foreach (var index in Indexes(subject)) yield return ObjectId.Of(subject.Name, index);
        }
    }
}
