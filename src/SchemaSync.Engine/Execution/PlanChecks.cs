using System.Data.Common;

namespace SchemaSync.Engine.Execution;

/// <summary>What a plan asks of the rows that are there, before its first statement.</summary>
internal static class PlanChecks
{
    /// <summary>Asks all of it.</summary>
    /// <exception cref="SchemaSyncException">SSY0503, once for each check that finds rows.</exception>
    public static async Task RunAsync(DatabaseAdapter adapter, TenantContext tenant, Plan plan, MigrationRunner runner,
        CancellationToken cancellationToken)
    {
        var findings = new List<Diagnostic>();
        foreach (var check in plan.DataChecks)
        {
            IReadOnlyList<string> rows;
            try
            {
                rows = await runner.SampleAsync(check.Sql, 3, cancellationToken).ConfigureAwait(false);
            }
            catch (DbException e) when (IsAboutData(e))
            {
                // The answer is the refusal; nothing more can be asked in this transaction.
                findings.Add(Diagnostic.Of(ExecutionDiagnostics.DataInTheWay, check.Subject.ToString(), check.Meaning,
                    adapter.Explain(tenant, e)?.Arguments[^1] ?? e.Message) with { Subject = check.Subject });
                break;
            }

            if (rows.Count == 0) continue;
            var count = rows.Count < 3
                ? [$"{rows.Count}"]
                : await runner.SampleAsync($"SELECT count(*) FROM ({check.Sql.TrimEnd(' ', '\n', ';')}) AS obstacles", 1,
                    cancellationToken).ConfigureAwait(false);
            findings.Add(Diagnostic.Of(ExecutionDiagnostics.DataInTheWay, check.Subject.ToString(), $"{check.Meaning} ({count[0]} in all)",
                string.Join("; ", rows) + Advice(plan, check)) with { Subject = check.Subject });
        }

        if (findings.Count > 0) throw new SchemaSyncException(findings);
    }

    // A column that a revert brings back is declared no more.
    private static string Advice(Plan plan, DataCheck check) => check.Value.Length == 0 ? ""
        : plan.IsRevert ? $". Say what they get with --backfill \"{check.Subject.QualifiedKey}={check.Value}\", with your own SQL"
        : $". Say what they get with [Backfill(\"{check.Value}\")] on the property, with your own SQL";

    // Classes 22 and 23 of the SQL standard: a value is none of its type, or breaks a rule.
    private static bool IsAboutData(DbException exception) => exception.SqlState is ['2', '2' or '3', ..];
}
