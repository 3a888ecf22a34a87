namespace SchemaSync.Model;

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
        return part.Model.Objects.OfType<Table>().SelectMany(t => Keys(part, t, tables, profile).Concat(Types(part, t, types)));
    }

    private static IEnumerable<Diagnostic> Keys(ComposedPart part, Table table, Dictionary<QualifiedName, Table> tables, ProviderProfile profile)
    {
        var names = profile.ColumnNamesIgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (var key in table.ForeignKeys)
        {
            var id = ObjectId.Of(table.Name, key);
            if (!tables.TryGetValue(key.ReferencedTable, out var target))
            {
                yield return Open(part, id, $"table {key.ReferencedTable}");
                continue;
            }

            foreach (var column in key.ReferencedColumns)
            {
                if (target.Columns.Any(c => string.Equals(c.Name.Value, column.Value, names))) continue;
                yield return Open(part, id, $"column {target.Name}.{column}");
            }
        }
    }

    private static IEnumerable<Diagnostic> Types(ComposedPart part, Table table, HashSet<QualifiedName> types) =>
        from column in table.Columns
        where column.Type.Logical == LogicalType.UserDefined && !types.Contains(column.Type.TypeName)
        select Open(part, ObjectId.Of(table.Name, column), $"type {column.Type.TypeName}");

    private static Diagnostic Open(ComposedPart part, ObjectId id, string missing) =>
        Diagnostic.Of(BuildDiagnostics.OpenReference, id.ToString(), part.Assembly, missing) with
        {
            Subject = id,
            Location = part.Locate(id),
        };
}
