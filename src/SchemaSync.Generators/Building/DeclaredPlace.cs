namespace SchemaSync.Generators.Building;

/// <summary>A schema in which something is declared; what is in any other one is left to others.</summary>
/// <param name="Provider">For which provider.</param>
/// <param name="Schema">Its name.</param>
internal sealed record DeclaredPlace(string Provider, string Schema)
{
    /// <summary>The schemas of these tables, and of everything in the projects that this one is composed with.</summary>
    public static EquatableArray<DeclaredPlace> Of(EquatableArray<TableHead> heads, ForeignDirectory foreign)
    {
        var own = heads.Where(h => h.Table.IsQualified).Select(h => new DeclaredPlace(h.Provider, h.Table.Schema.Value));
        var others =
            from part in foreign.Parts
            from provider in part.Providers
            from names in foreign.References.First(r => r.Assembly == part.Name).Of(provider)
            from schema in names.Classes.Select(c => c.Name.Schema)
                .Concat(names.Others.Select(o => o.Kind == ObjectKind.Schema ? o.Name : o.Schema))
            where !schema.IsEmpty
            select new DeclaredPlace(provider, schema.Value);
        return own.Concat(others).Distinct()
            .OrderBy(p => p.Provider, StringComparer.Ordinal).ThenBy(p => p.Schema, StringComparer.Ordinal).ToEquatableArray();
    }
}
