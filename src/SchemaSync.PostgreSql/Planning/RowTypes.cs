namespace SchemaSync.PostgreSql.Planning;

/// <summary>Columns that hold values of a table's row type or of a domain inside an array or a composite value.</summary>
internal static class RowTypes
{
    /// <summary>The first column that holds a value of the type; null where none does.</summary>
    /// <param name="objects">One side.</param>
    /// <param name="type">A table or a domain.</param>
    /// <param name="inside">Only where it is part of another value: a column of the type itself does not count.</param>
    public static ObjectId? Holder(IEnumerable<TopLevelObject> objects, QualifiedName type, bool inside)
    {
        var all = objects.ToList();
        var shown = PostgreSqlText.Shown(type);
        var parts = new HashSet<string>(StringComparer.Ordinal) { shown };
        // Types over types: arrays of it, composite types and domains with such an attribute, and so on.
        while (Grow(all, parts))
        {
        }

        // The server follows domains over a domain by itself, as long as nothing is between them.
        var alike = new HashSet<string>(StringComparer.Ordinal) { shown };
        var domains = all.OfType<Domain>().ToList();
        while (domains.Exists(d => d.Type.Native is { } native && alike.Contains(native) && alike.Add(PostgreSqlText.Shown(d.Name))))
        {
        }

        foreach (var table in all.OfType<Table>())
        {
            var column = table.Columns.FirstOrDefault(c =>
                parts.Contains(Element(c.Type.Native)) && !(inside && alike.Contains(c.Type.Native!)));
            if (column is not null) return ObjectId.Of(table.Name, column);
        }

        return null;
    }

    private static bool Grow(List<TopLevelObject> objects, HashSet<string> parts)
    {
        var more = objects.Where(o => !parts.Contains(PostgreSqlText.Shown(o.Name)) && o switch
        {
            CompositeType type => type.Attributes.Any(a => parts.Contains(Element(a.Type.Native))),
            Domain domain => parts.Contains(Element(domain.Type.Native)),
            _ => false,
        }).Select(o => PostgreSqlText.Shown(o.Name)).ToList();
        parts.UnionWith(more);
        return more.Count > 0;
    }

    /// <summary>The type itself, where this is an array of it.</summary>
    public static string Element(string? native) =>
        native is null ? "" : native.EndsWith("[]", StringComparison.Ordinal) ? native[..^2] : native;
}
