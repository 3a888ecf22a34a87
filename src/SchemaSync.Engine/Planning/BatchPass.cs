namespace SchemaSync.Engine.Planning;

/// <summary>Decides which steps share a transaction where somebody asks for a single one; what cannot be part of it is refused.</summary>
internal static class BatchPass
{
    /// <summary>The steps, all in one transaction.</summary>
    /// <exception cref="SchemaSyncException">SSY0304: a step cannot be part of one; all of these.</exception>
    public static EquatableArray<Step> InOneTransaction(EquatableArray<Step> steps)
    {
        var outside = steps.Where(s => s is { Transaction: TransactionMode.None, TransactionalSql: null }).ToList();
        if (outside.Count > 0)
            throw new SchemaSyncException(outside.ConvertAll(s =>
                Diagnostic.Of(DiffDiagnostics.NotTransactional, s.Serves) with { Subject = s.Subject }));
        return steps.Select(Shared).ToEquatableArray();
    }

    private static Step Shared(Step step) => step.Transaction == TransactionMode.Shared
        ? step
        : step with
        {
            Sql = step.TransactionalSql ?? step.Sql,
            TransactionalSql = null,
            Fill = null,
            Transaction = TransactionMode.Shared,
        };
}
