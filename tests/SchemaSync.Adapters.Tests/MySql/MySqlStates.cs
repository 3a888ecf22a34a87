namespace SchemaSync.Adapters.Tests;

/// <summary>Databases compared whatever the order of their columns and keys, and rows compared with what they are to be.</summary>
internal static class MySqlStates
{
    /// <summary>The server's own words; what came later stands behind the others, and the words
    /// around a body are the server's or those of whoever wrote it.</summary>
    public static string Describe(TestDatabase database) => string.Join('\n',
        MySqlOracle.Describe(database).Split('\n')
            .Select(l => l.Contains("DEFINER=", StringComparison.Ordinal) ? l.ToLowerInvariant() : l.TrimEnd(','))
            .Order(StringComparer.Ordinal));

    /// <summary>Every computed value is the one that its expression gives, whichever index it is read by.</summary>
    public static void HoldsWhatIsComputed(TestDatabase database, Snapshot snapshot)
    {
        foreach (var table in snapshot.Tables)
        {
            var name = MySqlText.Quote(table.Name);
            Assert.EndsWith("|OK", database.Query($"CHECK TABLE {name} EXTENDED"), StringComparison.Ordinal);
            foreach (var column in table.Columns.Where(c => c.Computed is not null))
            {
                var wrong = $"NOT ({MySqlText.Quote(column.Name)} <=> ({column.Computed!.Expression.Text}))";
                var indexes = table.Indexes.Where(i => i.Columns[0].Column == column.Name)
                    .Select(i => $" FORCE INDEX ({MySqlText.Quote(i.Name)})").Append(" IGNORE INDEX (PRIMARY)");
                foreach (var index in table.PrimaryKey is null ? indexes.SkipLast(1).Append("") : indexes)
                    Assert.Equal("0", database.Query($"SELECT count(*) FROM {name}{index} WHERE {wrong}"));
            }
        }
    }
}
