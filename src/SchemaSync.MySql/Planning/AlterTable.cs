namespace SchemaSync.MySql.Planning;

/// <summary>Clauses of one table as statements: together, unless a cheap part would become as dear as the rest.</summary>
internal static class AlterTable
{
    /// <summary>The steps for the clauses of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="clauses">In the order in which they are to be written.</param>
    /// <param name="keepTogether">A clause needs another one in the same statement.</param>
    /// <param name="online">What a program beside the server is told of clauses that write rows or make writers wait.</param>
    public static IEnumerable<Step> Steps(Table table, IReadOnlyList<Clause> clauses, bool keepTogether, Func<string, TableChange> online)
    {
        if (clauses.Count == 0) return [];
        var rest = clauses.Where(c => !c.IsIndex).ToList();
        if (keepTogether || rest.Exists(c => c.Cost is not (Cost.Instant or Cost.InPlace)))
            return [Step(table, clauses, Together(clauses), online)];
        // As long as no row is written, nothing is a reason to write one: an index is built by itself, and a column that comes in the
        // catalogue would be written with every row in place. Computed columns come and go in the catalogue too, but neither server does
        // that together with others.
        // A check is in the way of a column that it names, or goes along and is not there to be dropped; one that comes is behind it.
        var gone = rest.Exists(IsVirtualDrop) ? rest.FindAll(c => c.Serves is Change.Drop { Before: CheckConstraint }) : [];
        var checks = rest.Exists(IsVirtualAdd) ? rest.FindAll(IsCheckToCome) : [];
        rest.RemoveAll(c => gone.Contains(c) || checks.Contains(c));
        var groups = new[]
        {
            gone, rest.FindAll(IsVirtualDrop), rest.FindAll(c => c.Cost == Cost.Instant && !IsVirtualDrop(c) && !IsVirtualAdd(c)),
            rest.FindAll(c => c.Cost == Cost.InPlace),
            rest.FindAll(IsVirtualAdd), checks, clauses.Where(c => c.IsIndex).ToList(),
        };
        return groups.Where(g => g.Count > 0).Select(g => Step(table, g, g.Max(c => c.Cost), online));
    }

    // What is instant by itself is written with every row where another part is done in place.
    private static Cost Together(IReadOnlyList<Clause> clauses) =>
        clauses.Max(c => c.Cost) is var worst && worst == Cost.InPlace && clauses.Any(c => c is { IsIndex: false, Cost: Cost.Instant })
            ? Cost.Rebuild
            : worst;

    private static bool IsCheckToCome(Clause clause) =>
        clause.Serves is Change.Add { After: CheckConstraint } or Change.Alter { After: CheckConstraint };

    private static bool IsVirtualDrop(Clause clause) => clause.Serves is Change.Drop { Before: Column { Computed.Stored: false } };

    private static bool IsVirtualAdd(Clause clause) => clause.Serves is Change.Add { After: Column { Computed.Stored: false } };

    private static Step Step(Table table, IReadOnlyList<Clause> clauses, Cost cost, Func<string, TableChange> online)
    {
        var subject = clauses[0].Serves.Id;
        var serves = string.Join(", ", clauses.Select(c => c.Serves.ToString()).Distinct());
        var drops = clauses.Any(c => c.Serves is Change.Drop { Before: Column { Computed: null } }
            or Change.Alter { Before: Column { Computed: null }, After: Column { Computed: not null } });
        var rewrites = cost is >= Cost.SharedRebuild or Cost.Rebuild || clauses.Any(c => c.Cost == Cost.Rebuild);
        var texts = clauses.Select(c => c.Sql).Distinct().ToList();
        return new Step
        {
            Online = rewrites || cost >= Cost.Shared ? online(string.Join(", ", texts)) : null,
            Fallback = Dearer(cost) is { } dearer ? Step(table, clauses, dearer, online) : null,
            Sql = $"ALTER TABLE {MySqlText.Quote(table.Name)}\n  {string.Join(",\n  ", texts)}{Assertion(cost)}",
            Serves = serves,
            Subject = subject,
            Transaction = TransactionMode.None,
            Lock = cost >= Cost.Shared ? LockMode.BlocksWrites : LockMode.BlocksDdl,
            Rows = rewrites ? RowAccess.Rewrite : cost == Cost.Instant ? RowAccess.None : RowAccess.Scan,
            Hazards = [.. CostHazards(table, serves, subject, rewrites, cost >= Cost.Shared),
                .. clauses.SelectMany(c => c.Hazards).Distinct()],
            Reverse = drops
                ? new(ReverseKind.Impossible, "values of a dropped column are gone; only the empty column comes back")
                : new(ReverseKind.Sql, "an ALTER TABLE back to the former definition"),
        };
    }

    // Where the server knows a case that we do not, the next way is asked for; the last promises nothing.
    private static Cost? Dearer(Cost cost) => cost switch
    {
        Cost.Instant => Cost.Rebuild,
        Cost.InPlace => Cost.Shared,
        Cost.Rebuild or Cost.Shared or Cost.SharedRebuild => Cost.Copy,
        _ => null,
    };

    /// <summary>What the server is made to promise, so that it refuses a surprise.</summary>
    private static string Assertion(Cost cost) => cost switch
    {
        Cost.Instant => ",\n  ALGORITHM=INSTANT",
        Cost.InPlace or Cost.Rebuild => ",\n  ALGORITHM=INPLACE, LOCK=NONE",
        Cost.Shared or Cost.SharedRebuild => ",\n  ALGORITHM=INPLACE, LOCK=SHARED",
        Cost.CheckedCopy => ",\n  ALGORITHM=COPY",
        _ => "",
    };

    private static IEnumerable<Hazard> CostHazards(Table table, string serves, ObjectId subject, bool rewrites, bool blocks)
    {
        if (rewrites) yield return PlanHazards.Rewrites(subject, serves, table.Name);
        if (blocks) yield return PlanHazards.BlocksWrites(subject, serves, table.Name);
    }
}
