using System.Text;

namespace SchemaSync.Engine.Execution.Scripts;

/// <summary>What a script says to people.</summary>
internal static class ScriptComment
{
    /// <summary>One comment; a name may hold anything, and must neither end the line nor reach a terminal as a command.</summary>
    public static void Write(StringBuilder text, string comment)
    {
        text.Append("-- ");
        foreach (var c in comment) text.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        text.Append('\n');
    }

    /// <summary>What the plan knows about a step.</summary>
    public static IEnumerable<string> Of(Step step)
    {
        yield return step.IsAssertion ? $"check for {step.Serves}: must return no row. A row means: {step.Expectation}" : step.Serves;
        foreach (var hazard in step.Hazards) yield return $"hazard {hazard.Diagnostic}";
        var facts = string.Join("; ", Facts(step));
        if (facts.Length > 0) yield return facts;
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
        if (step is { Transaction: TransactionMode.None, Reverse: { Kind: ReverseKind.Sql, Text.Length: > 0 } })
            yield return $"if it fails, clear away what it leaves: {step.Reverse.Text}";
    }
}
