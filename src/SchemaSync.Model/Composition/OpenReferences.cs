namespace SchemaSync.Model.Composition;

/// <summary>
/// References of a part that lead out of the schema it was composed into: its compiler saw another project that the owner leaves out
/// or has in another version. A part that is composed of nothing has been told by its own compiler.
/// </summary>
internal static class OpenReferences
{
    public static IEnumerable<Diagnostic> Of(ComposedPart part, SchemaModel model, ProviderProfile profile)
    {
        if (part.Parts.IsEmpty) return [];
        var names = profile.TableNamesIgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var tables = new Dictionary<QualifiedName, Table>(new QualifiedNameComparer(names));
        foreach (var table in model.Objects.OfType<Table>()) tables[table.Name] = table;
        var types = new HashSet<QualifiedName>(model.Objects.Where(o => o is EnumType or Domain or CompositeType).Select(o => o.Name));
        var schemas = new HashSet<Identifier>(model.Objects.Select(o => o.Name.Schema));
        // What is in a schema or database that nobody declares anything in is left to others.
        bool IsOutside(QualifiedName name) => name.IsQualified && profile.Has(Feature.OutsideKeys) && !schemas.Contains(name.Schema);
        return part.Model.Objects.OfType<Table>().SelectMany(t => Keys(t, tables, profile).Concat(Types(t, types)))
            .Where(o => !IsOutside(o.Target)).Select(o => Open(part, o.User, o.Missing));
    }

    private static IEnumerable<(ObjectId User, QualifiedName Target, string Missing)> Keys(
        Table table, Dictionary<QualifiedName, Table> tables, ProviderProfile profile)
    {
        var names = profile.ColumnNamesIgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (var key in table.ForeignKeys)
        {
            var id = ObjectId.Of(table.Name, key);
            if (!tables.TryGetValue(key.ReferencedTable, out var target))
            {
                yield return (id, key.ReferencedTable, $"table {key.ReferencedTable}");
                continue;
            }

            foreach (var column in key.ReferencedColumns)
            {
                if (target.Columns.Any(c => string.Equals(c.Name.Value, column.Value, names))) continue;
                yield return (id, target.Name, $"column {target.Name}.{column}");
            }
        }
    }

    private static IEnumerable<(ObjectId User, QualifiedName Target, string Missing)> Types(Table table, HashSet<QualifiedName> types) =>
        from column in table.Columns
        where column.Type.Logical == LogicalType.UserDefined && !types.Contains(column.Type.TypeName)
        select (ObjectId.Of(table.Name, column), column.Type.TypeName, $"type {column.Type.TypeName}");

    private static Diagnostic Open(ComposedPart part, ObjectId id, string missing) =>
        Diagnostic.Of(BuildDiagnostics.OpenReference, id.ToString(), part.Assembly, missing) with
        {
            Subject = id,
            Location = part.Locate(id),
        };
}
