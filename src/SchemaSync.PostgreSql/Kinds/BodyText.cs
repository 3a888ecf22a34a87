using System.Text;

namespace SchemaSync.PostgreSql.Kinds;

/// <summary>Views, materialized views, routines, triggers and policies.</summary>
internal static class BodyText
{
    /// <summary>CREATE VIEW.</summary>
    public static string Create(View view)
    {
        var parameters = StorageOptions.Parameters(view.Options);
        return $"CREATE VIEW {Q(view.Name)}{Heads(view.Columns)}{(parameters.Length == 0 ? "" : $" WITH {parameters}")} "
            + $"AS\n{view.Definition.Text}";
    }

    /// <summary>CREATE MATERIALIZED VIEW; filled at once.</summary>
    public static string Create(MaterializedView view)
    {
        var parameters = StorageOptions.Parameters(view.Options);
        string? Value(string option) => view.Options.FirstOrDefault(o => o.Name == option)?.Value;
        return $"CREATE MATERIALIZED VIEW {Q(view.Name)}{Heads(view.Columns)}"
            + (Value(StorageOptions.Method) is { } method ? $" USING {Q(new Identifier(method))}" : "")
            + (parameters.Length == 0 ? "" : $" WITH {parameters}")
            + (Value(StorageOptions.Tablespace) is { } tablespace ? $" TABLESPACE {Q(new Identifier(tablespace))}" : "")
            + $" AS\n{view.Definition.Text}";
    }

    /// <summary>CREATE [OR REPLACE] FUNCTION or PROCEDURE.</summary>
    public static string Create(Routine routine, bool replace = false)
    {
        var text = new StringBuilder("CREATE ").Append(replace ? "OR REPLACE " : "")
            .Append(routine.IsProcedure ? "PROCEDURE " : "FUNCTION ").Append(Q(routine.Name))
            .Append('(').Append(routine.Arguments).Append(')');
        if (routine.Returns is { } returns && !routine.IsProcedure) text.Append("\n RETURNS ").Append(returns);
        text.Append("\n LANGUAGE ").Append(Q(new Identifier(routine.Language ?? "sql")));
        foreach (var attribute in Attributes(routine)) text.Append("\n ").Append(attribute);
        foreach (var setting in routine.Settings)
            text.Append("\n SET ").Append(Q(new Identifier(setting.Name))).Append(" TO ").Append(SettingValue(setting));
        return text.Append(routine.IsAtomic ? $"\n{routine.Body.Text}" : $"\nAS {PostgreSqlText.Dollar(routine.Body.Text)}").ToString();
    }

    /// <summary>A routine as DROP, COMMENT and ALTER name it.</summary>
    public static string Named(Routine routine) => $"{Q(routine.Name)}({routine.Signature})";

    /// <summary>CREATE TRIGGER.</summary>
    public static string Create(Trigger trigger)
    {
        var text = new StringBuilder("CREATE ").Append(trigger.Constraint ? "CONSTRAINT " : "").Append("TRIGGER ")
            .Append(Q(trigger.Name.Name)).Append(' ');
        text.Append(trigger.Timing switch { TriggerTiming.Before => "BEFORE ", TriggerTiming.InsteadOf => "INSTEAD OF ", _ => "AFTER " });
        text.AppendJoin(" OR ",
            trigger.Events.Select(e =>
                e.ToString().ToUpperInvariant()
                    + (e == TriggerEvent.Update && !trigger.UpdateOf.IsEmpty ? $" OF {PostgreSqlText.Names(trigger.UpdateOf)}" : "")));
        text.Append(" ON ").Append(Q(trigger.On));
        if (!trigger.From.IsEmpty) text.Append(" FROM ").Append(Q(trigger.From));
        text.Append(ConstraintText.Deferred(trigger.Deferrability));
        if (!trigger.OldTable.IsEmpty || !trigger.NewTable.IsEmpty)
            text.Append(" REFERENCING").Append(trigger.OldTable.IsEmpty ? "" : $" OLD TABLE AS {Q(trigger.OldTable)}")
                .Append(trigger.NewTable.IsEmpty ? "" : $" NEW TABLE AS {Q(trigger.NewTable)}");
        text.Append(trigger.PerStatement ? " FOR EACH STATEMENT" : " FOR EACH ROW");
        if (trigger.When is { } when) text.Append(" WHEN (").Append(when.Text).Append(')');
        return text.Append(" EXECUTE FUNCTION ").Append(trigger.Body.Text).ToString();
    }

    /// <summary>ALTER TABLE … ENABLE TRIGGER in its forms.</summary>
    public static string State(Trigger trigger) => $"ALTER TABLE {Q(trigger.On)} {trigger.State switch
    {
        TriggerState.Disabled => "DISABLE",
        TriggerState.Replica => "ENABLE REPLICA",
        TriggerState.Always => "ENABLE ALWAYS",
        _ => "ENABLE",
    }} TRIGGER {Q(trigger.Name.Name)}";

    /// <summary>CREATE POLICY.</summary>
    public static string Create(QualifiedName table, Policy policy) =>
        $"CREATE POLICY {Q(policy.Name)} ON {Q(table)}{(policy.Restrictive ? " AS RESTRICTIVE" : "")}"
            + $"{(policy.Command == PolicyCommand.All ? "" : $" FOR {policy.Command.ToString().ToUpperInvariant()}")}{Rules(policy)}";

    /// <summary>Roles and conditions, as CREATE and ALTER POLICY spell them.</summary>
    public static string Rules(Policy policy) =>
        (policy.Roles.IsEmpty ? " TO PUBLIC" : $" TO {string.Join(", ", policy.Roles.Select(r => Q(new Identifier(r))))}")
        + (policy.Using is { } rows ? $" USING ({rows.Text})" : "") + (policy.Check is { } check ? $" WITH CHECK ({check.Text})" : "");

    private static IEnumerable<string> Attributes(Routine routine)
    {
        if (routine.Volatility != Volatility.Volatile) yield return routine.Volatility.ToString().ToUpperInvariant();
        if (routine.Strict) yield return "STRICT";
        if (routine.Security == RoutineSecurity.Definer) yield return "SECURITY DEFINER";
        if (routine.Leakproof) yield return "LEAKPROOF";
        if (routine.Parallel != ParallelSafety.Unsafe) yield return $"PARALLEL {routine.Parallel.ToString().ToUpperInvariant()}";
        if (routine.Cost is { } cost) yield return $"COST {cost}";
        if (routine.Rows is { } rows) yield return $"ROWS {rows}";
    }

    // A list of names is kept quoted as names; SET takes the parts as texts (as pg_dump does).
    private static string SettingValue(TableOption setting)
    {
        var isList = setting.Name is "search_path" or "temp_tablespaces" or "session_preload_libraries" or "local_preload_libraries";
        if (!isList) return PostgreSqlText.Literal(setting.Value);
        var names = Lexer.Read(setting.Value).Significant.Where(t => !t.Is(","))
            .Select(t => PostgreSqlText.NameOf(t) ?? t.ToString().Trim('\'')).ToList();
        return names.Count == 0
            ? "''"
            : string.Join(", ", names.Select(n => n == Home.Placeholder ? Q(new Identifier(n)) : PostgreSqlText.Literal(n)));
    }

    private static string Heads(EquatableArray<Identifier> columns) => columns.IsEmpty ? "" : $" ({PostgreSqlText.Names(columns)})";

    private static string Q(Identifier name) => PostgreSqlText.Quote(name);

    private static string Q(QualifiedName name) => PostgreSqlText.Quote(name);
}
