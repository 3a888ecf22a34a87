namespace SchemaSync.Sqlite.Planning;

/// <summary>
/// Questions that are asked before the first statement, in the names that tables and columns have then. They are written in the new names,
/// as declared texts are, and a common table expression gives what was renamed its new name; columns keep affinity and collation through it
/// (datatype3, section 3.2).
/// </summary>
internal sealed class FormerTables(Diff diff)
{
    /// <summary>The question over these tables, by their new names.</summary>
    public string In(string sql, params IEnumerable<QualifiedName> tables)
    {
        var parts = tables.Distinct().Select(Renamed).OfType<string>().ToList();
        return parts.Count == 0 ? sql : $"WITH {string.Join(", ", parts)} {sql}";
    }

    private string? Renamed(QualifiedName table)
    {
        var former = diff.Former.Of(table);
        var columns = diff.Former.Columns.Where(c => c.Key.Owner == table).ToDictionary(c => c.Value, c => c.Key.Column);
        if (former == table && columns.Count == 0) return null;
        var list = diff.From.Tables.Single(t => t.Name == former).Columns
            .Select(c => columns.TryGetValue(c.Name, out var now) ? $"{Q(c.Name)} AS {Q(now)}" : Q(c.Name));
        // A name with its database is a table, whatever expressions are called.
        return $"{Q(table)} AS (SELECT {string.Join(", ", list)} FROM main.{Q(former)})";
    }

    private static string Q(Identifier name) => SqliteText.Quote(name);

    private static string Q(QualifiedName name) => SqliteText.Quote(name);
}
