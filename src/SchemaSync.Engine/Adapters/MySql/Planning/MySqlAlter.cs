namespace SchemaSync.Engine;

/// <summary>Clauses of one table as statements: together, unless a cheap part would become as dear as the rest.</summary>
internal static class MySqlAlter
{
    /// <summary>The steps for the clauses of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="clauses">In the order in which they are to be written.</param>
    /// <param name="keepTogether">A clause needs another one in the same statement.</param>
    public static IEnumerable<Step> Steps(Table table, IReadOnlyList<MySqlClause> clauses, bool keepTogether)
    {
        if (clauses.Count == 0) return [];
        var rest = clauses.Where(c => !c.IsIndex).ToList();
        var worst = clauses.Max(c => c.Cost);
        // As long as the columns change in the catalogue alone, building an index is no reason to write them again.
        if (keepTogether || rest.Count == 0 || rest.Count == clauses.Count || rest.Exists(c => c.Cost != MySqlCost.Instant)) return [Step(table, clauses, Together(clauses, worst))];
        return [Step(table, rest, MySqlCost.Instant), Step(table, clauses.Where(c => c.IsIndex).ToList(), clauses.Where(c => c.IsIndex).Max(c => c.Cost))];
    }

    // Several kinds in one statement may be dearer than each: then nothing is promised, and the dearest is announced.
    private static MySqlCost Together(IReadOnlyList<MySqlClause> clauses, MySqlCost worst) =>
        worst is MySqlCost.Rebuild or MySqlCost.InPlace && clauses.Select(c => c.Cost).Distinct().Count() > 1 && clauses.Any(c => c is { IsIndex: false, Cost: MySqlCost.Instant }) ? MySqlCost.Copy : worst;

    private static Step Step(Table table, IReadOnlyList<MySqlClause> clauses, MySqlCost cost)
    {
        var subject = clauses[0].Serves.Path;
        var serves = string.Join(", ", clauses.Select(c => c.Serves.ToString()).Distinct());
        var drops = clauses.Any(c => c.Serves is Change.Drop { Before: Column { Computed: null } });
        var rewrites = cost >= MySqlCost.Copy || clauses.Any(c => c.Cost == MySqlCost.Rebuild);
        return new Step
        {
            Sql = $"ALTER TABLE {MySqlText.Quote(table.Name)}\n  {string.Join(",\n  ", clauses.Select(c => c.Sql).Distinct())}{Assertion(cost)}",
            Serves = serves,
            Subject = subject,
            Transaction = TransactionMode.None,
            Lock = cost >= MySqlCost.Shared ? LockMode.BlocksWrites : LockMode.BlocksDdl,
            Rows = rewrites ? RowAccess.Rewrite : cost == MySqlCost.Instant ? RowAccess.None : RowAccess.Scan,
            Hazards = [.. CostHazards(table, serves, subject, rewrites, cost >= MySqlCost.Shared), .. clauses.SelectMany(c => c.Hazards).Distinct()],
            Reverse = drops ? new(ReverseKind.Impossible, "values of a dropped column are gone; only the empty column comes back") : new(ReverseKind.Sql, "an ALTER TABLE back to the former definition"),
        };
    }

    /// <summary>What the server is made to promise, so that it refuses a surprise.</summary>
    private static string Assertion(MySqlCost cost) => cost switch
    {
        MySqlCost.Instant => ",\n  ALGORITHM=INSTANT",
        MySqlCost.InPlace or MySqlCost.Rebuild => ",\n  ALGORITHM=INPLACE, LOCK=NONE",
        MySqlCost.Shared => ",\n  ALGORITHM=INPLACE, LOCK=SHARED",
        MySqlCost.CheckedCopy => ",\n  ALGORITHM=COPY",
        _ => "",
    };

    private static IEnumerable<Hazard> CostHazards(Table table, string serves, ObjectPath subject, bool rewrites, bool blocks)
    {
        if (rewrites) yield return new(Diagnostic.Of(Hazards.RewritesTable, serves, table.Name.Value) with { Subject = subject });
        if (blocks) yield return new(Diagnostic.Of(Hazards.BlocksWrites, serves, table.Name.Value) with { Subject = subject });
    }
}
