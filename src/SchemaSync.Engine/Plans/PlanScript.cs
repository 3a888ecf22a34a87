using System.Text;

namespace SchemaSync.Engine;

/// <summary>
/// A plan as SQL for people to read, and to run by hand in the provider's own shell. Statements as the plan has them; what the
/// plan knows about them stands above each as a comment.
/// </summary>
public static class PlanScript
{
    /// <summary>The script, with line feeds.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="frame">What stands around statements that share a transaction; a dialect knows its own.</param>
    public static string Write(Plan plan, ScriptFrame frame)
    {
        var text = new StringBuilder();
        Head(text, plan);
        if (plan.IsEmpty) return text.Append("-- Nothing to do.\n").ToString();
        foreach (var check in plan.DataChecks)
        {
            Comment(text, $"Before {check.Subject}: this query must return no row. A row means: {check.Meaning}");
            Statement(text, check.Sql);
        }

        if (plan.Steps.All(s => s.Transaction == TransactionMode.Shared)) WriteInOneTransaction(text, plan, frame);
        else WriteInBatches(text, plan, frame);
        return text.ToString();
    }

    private static void Head(StringBuilder text, Plan plan)
    {
        Comment(text, $"SchemaSync plan for {plan.Provider}: {plan.Changes.Count} changes, {plan.Steps.Count(s => !s.IsAssertion)} statements, {(plan.Proved ? "proved on a scratch database" : "NOT proved")}.");
        Comment(text, $"Starts from {plan.From.Fingerprint} and ends in {plan.To.Fingerprint}.");
        Comment(text, "'schemasync sync' checks both, stops when a check returns a row, and keeps the ledger; a script run by hand does not.");
        foreach (var change in plan.Changes) Comment(text, $"  {change}");
        foreach (var hazard in plan.Hazards) Comment(text, $"hazard {hazard.Diagnostic}");
        text.Append('\n');
    }

    private static void WriteInOneTransaction(StringBuilder text, Plan plan, ScriptFrame frame)
    {
        text.Append(frame.Begin).Append("\n\n");
        foreach (var step in plan.Steps) Write(text, step);
        text.Append(frame.End).Append('\n');
    }

    private static void WriteInBatches(StringBuilder text, Plan plan, ScriptFrame frame)
    {
        foreach (var batch in Batch.Of(plan.Steps))
        {
            if (batch.Mode != TransactionMode.None) text.Append(frame.Begin).Append('\n');
            foreach (var step in batch.Steps) Write(text, step);
            if (batch.Mode != TransactionMode.None) text.Append(frame.End).Append("\n\n");
        }
    }

    private static void Write(StringBuilder text, Step step)
    {
        Comment(text, step.IsAssertion ? $"check for {step.Serves}: must return no row. A row means: {step.Expectation}" : step.Serves);
        foreach (var hazard in step.Hazards) Comment(text, $"hazard {hazard.Diagnostic}");
        var facts = string.Join("; ", Facts(step));
        if (facts.Length > 0) Comment(text, facts);
        Statement(text, step.Sql);
    }

    private static IEnumerable<string> Facts(Step step)
    {
        if (step.Lock != LockMode.None) yield return step.Lock switch
        {
            LockMode.BlocksReads => "readers and writers wait",
            LockMode.BlocksWrites => "writers wait",
            _ => "other schema changes wait",
        };
        if (step.Rows != RowAccess.None) yield return step.Rows == RowAccess.Rewrite ? "writes every row" : "reads every row";
        if (step.Reverse.Kind == ReverseKind.Impossible) yield return "cannot be taken back: " + step.Reverse.Text;
    }

    private static void Statement(StringBuilder text, string sql)
    {
        var statement = sql.TrimEnd();
        // A trailing line comment would swallow the semicolon, hence its own line.
        text.Append(statement).Append(statement.EndsWith(';') ? "\n\n" : statement.Contains("--", StringComparison.Ordinal) ? "\n;\n\n" : ";\n\n");
    }

    private static void Comment(StringBuilder text, string comment)
    {
        foreach (var line in comment.ReplaceLineEndings("\n").Split('\n')) text.Append("-- ").Append(line).Append('\n');
    }
}

/// <summary>What stands around the statements of one transaction in a script.</summary>
/// <param name="Begin">The statements before.</param>
/// <param name="End">The statements after.</param>
public sealed record ScriptFrame(string Begin = "BEGIN;", string End = "COMMIT;");
