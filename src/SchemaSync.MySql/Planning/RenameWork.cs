namespace SchemaSync.MySql.Planning;

/// <summary>Renames of tables and columns, and what the server renames along with them.</summary>
internal sealed class RenameWork(Diff diff, MySqlCapabilities server, MySqlDialect dialect)
{
    private readonly Render _render = new(server);

    /// <summary>The start state once the renames are done, names that the server made included.</summary>
    public Snapshot Apply()
    {
        var renamed = diff.Start;
        var tables = Of<Table>().ToDictionary(r => r.Id.QualifiedName, r => r.Before.LocalName);
        return tables.Count == 0
            ? renamed
            : renamed.With(renamed.Objects.Select(o =>
                o is Table table && tables.TryGetValue(table.Name, out var former) ? Follow(table, former) : o));
    }

    /// <summary>The statements: all tables at once, so that two may swap their names; then columns, table by table.</summary>
    public IEnumerable<Step> Steps(Snapshot renamed)
    {
        var tables = Of<Table>().ToList();
        MovedTables.Refuse(diff.From, tables, server);
        if (tables.Count > 0) yield return Tables(tables);
        foreach (var columns in Of<Column>().GroupBy(r => r.Owner))
        {
            yield return Columns(diff.From.Tables.Single(t => t.Name == diff.Former.Of(columns.Key)),
                renamed.Tables.Single(t => t.Name == columns.Key), [.. columns]);
        }
    }

    private IEnumerable<Change.Rename> Of<T>() where T : SchemaObject => diff.Changes.OfType<Change.Rename>().Where(r => r.After is T);

    // t_ibfk_1 becomes u_ibfk_1, and on MySQL t_chk_1 becomes u_chk_1: the server knows its own names by their beginning.
    private Table Follow(Table table, Identifier former) => table with
    {
        ForeignKeys = table.ForeignKeys.Select(f => f with { Name = Follow(f.Name, $"{former}_ibfk_", $"{table.Name.Name}_ibfk_") })
            .ToEquatableArray(),
        CheckConstraints = server.IsMariaDb
            ? table.CheckConstraints
            : table.CheckConstraints.Select(c => c with { Name = Follow(c.Name, $"{former}_chk_", $"{table.Name.Name}_chk_") })
                .ToEquatableArray(),
    };

    private static Identifier Follow(Identifier name, string former, string now) =>
        name.ToString().StartsWith(former, StringComparison.Ordinal) && name.Value[former.Length..].All(char.IsAsciiDigit)
            ? new(now + name.Value[former.Length..])
            : name;

    private Step Tables(List<Change.Rename> tables)
    {
        var taken = diff.From.Objects.Where(o => o is not (Trigger or Schema)).Select(o => o.Name)
            .ToHashSet(new QualifiedNameComparer(dialect.Names));
        var blocked = tables.Where(r => taken.Contains(After(r)) && !dialect.Names.Equals($"{Before(r)}", $"{After(r)}")).ToList();
        var moves = blocked.Select(r => (From: Before(r), To: Temporary(r)))
            .Concat(tables.Except(blocked).Select(r => (From: Before(r), To: After(r))))
            .Concat(blocked.Select(r => (From: Temporary(r), To: After(r))));
        return new Step
        {
            Sql = $"RENAME TABLE {string.Join(", ", moves.Select(m => $"{Q(m.From)} TO {Q(m.To)}"))}",
            Serves = string.Join(", ", tables.Select(t => t.ToString())), Subject = tables[0].Id,
            Transaction = TransactionMode.None, Lock = LockMode.BlocksDdl,
            Hazards = tables.Select(PlanHazards.Breaks).ToEquatableArray(),
            Reverse = new(ReverseKind.Sql, $"RENAME TABLE {string.Join(", ", tables.Select(t => $"{Q(After(t))} TO {Q(Before(t))}"))}"),
        };
    }

    private Step Columns(Table before, Table after, List<Change.Rename> columns)
    {
        var (drops, adds) = server.IsMariaDb ? ([], []) : Dependants(before, after, columns);
        var clauses = drops.Concat(columns.Select(r => $"RENAME COLUMN {Q(r.Before.LocalName)} TO {Q(r.After.LocalName)}")).Concat(adds);
        var cost = drops.Count > 0 || after.EngineOf() != TableOptions.InnoDb ? Cost.Copy
            : columns.Exists(r => IsInKey(before.Name, r.Before.LocalName)) ? Cost.InPlace
            : Cost.Instant;
        var step = AlterTable
            .Steps(after, clauses.Select((sql, i) => new Clause(sql, columns[Math.Min(i, columns.Count - 1)], cost)).ToList(),
                keepTogether: true, alter => new(after.Name, alter, "it renames a column, which the program may take for one that goes"))
                .Single();
        return step with
        {
            Serves = string.Join(", ", columns.Select(c => c.ToString())),
            Hazards = [.. step.Hazards, .. columns.Select(PlanHazards.Breaks)],
        };
    }

    private bool IsInKey(QualifiedName table, Identifier column) =>
        diff.From.Tables.Any(t =>
            t.ForeignKeys.Any(f =>
                (t.Name == table && f.Columns.Contains(column)) || (f.ReferencedTable == table && f.ReferencedColumns.Contains(column))));

    /// <summary>MySQL refuses to rename a column that a check, a computed column or an index on an
    /// expression names: they go and come back in the same statement.</summary>
    private (List<string> Drops, List<string> Adds) Dependants(Table before, Table after, List<Change.Rename> columns)
    {
        var (drops, adds) = (new List<string>(), new List<string>());
        bool Named(SqlExpression? text) => text is not null && columns.Exists(r => MySqlText.Mentions(text, r.Before.LocalName));
        foreach (var (was, now) in before.CheckConstraints.Zip(after.CheckConstraints).Where(p => Named(p.First.Expression)))
        {
            drops.Add($"DROP CONSTRAINT {Q(was.Name)}");
            adds.Add($"ADD {Render.Check(now)}");
        }

        foreach (var (was, now) in before.Indexes.Zip(after.Indexes).Where(p => p.First.Columns.Any(c => Named(c.Expression))))
        {
            drops.Add($"DROP INDEX {Q(was.Name)}");
            adds.Add($"ADD {_render.Index(now)}");
        }

        foreach (var (was, now) in before.UniqueConstraints.Zip(after.UniqueConstraints)
            .Where(p => p.First.Columns.Any(c => Named(c.Expression))))
        {
            drops.Add($"DROP INDEX {Q(was.Name)}");
            adds.Add($"ADD {_render.Unique(now)}");
        }

        if (before.Columns.FirstOrDefault(c => Named(c.Computed?.Expression)) is { } computed)
        {
            var path = ObjectId.Of(before.Name, computed);
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.Unsupported, path.ToString(),
                "a column that is to be renamed, which MySQL refuses; drop the "
                    + "computed column in one run, and rename and add it again in the next") with
                {
                    Subject = path,
                }]);
        }

        return (drops, adds);
    }

    // Where it ends: two of one name that swap their databases would meet in the other.
    private static QualifiedName Temporary(Change.Rename rename) => After(rename).Sibling(new($"__schemasync_{rename.Before.LocalName}"));

    private static QualifiedName Before(Change.Rename rename) => ((Table)rename.Before).Name;

    private static QualifiedName After(Change.Rename rename) => ((Table)rename.After).Name;

    private static string Q(Identifier name) => MySqlText.Quote(name);

    private static string Q(QualifiedName name) => MySqlText.Quote(name);
}
