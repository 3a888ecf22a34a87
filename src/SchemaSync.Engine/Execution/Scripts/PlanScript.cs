using System.Text;

namespace SchemaSync.Engine.Execution.Scripts;

/// <summary>A proved plan as a text for the provider's own shell that does what a run
/// does: the same checks, steps and rows of the ledger.</summary>
internal sealed class PlanScript(DatabaseAdapter adapter, TenantContext tenant, string toolVersion)
{
    private const int Attempts = 3;

    /// <summary>The script from the present state to the target, with line feeds.</summary>
    /// <exception cref="SchemaSyncException">SSY0516: the shell cannot be given a statement. What planning throws.</exception>
    public async Task<string> WriteAsync(Snapshot target, PlanOptions options, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var proof = new Dictionary<bool, ScriptStates>();
            Task<Plan> ProveAsync(Plan p) =>
                new PlanProof(adapter)
                {
                    Witness = async (s, isEnd) =>
                        proof[isEnd] = await ScriptStates.ReadAsync(s, ShellOf(s, p), cancellationToken).ConfigureAwait(false),
                }.ProveAsync(tenant, p, cancellationToken);
            var (plan, _, present) =
                await new TenantWork(adapter, tenant, toolVersion).PlanAsync(target, options, ProveAsync,
                    cancellationToken).ConfigureAwait(false);
            if (present.LedgerFault is not null) throw present.LedgerFault;
            var text = new StringBuilder();
            if (plan.IsEmpty) return Empty(text, plan);
            if (plan.Steps.FirstOrDefault(s => s.Subject.Kind == ObjectKind.SqlObject) is { } unseen)
                throw new SchemaSyncException(ExecutionDiagnostics.NoScript, unseen.Subject.ToString(),
                    "no server tells a script whether such an object is there");
            if (tenant.Role is { } role)
                throw new SchemaSyncException(ExecutionDiagnostics.NoScript, adapter.DisplayName(tenant),
                    $"a script takes no role; leave it out, and have {role} run the script");
            if (await WriteAsync(text, plan, proof, cancellationToken).ConfigureAwait(false)) return text.ToString();
            if (attempt == Attempts)
                throw new SchemaSyncException(ExecutionDiagnostics.StalePlan, adapter.DisplayName(tenant),
                    "another state", plan.From.Fingerprint.Short);
        }
    }

    /// <summary>Whether the database held still meanwhile.</summary>
    private async Task<bool> WriteAsync(StringBuilder text, Plan plan,
        Dictionary<bool, ScriptStates> proof, CancellationToken cancellationToken)
    {
        var session = await adapter.OpenAsync(tenant.With(plan.From, plan.To), SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var shell = ShellOf(session, plan);
            RefuseObstacles(plan, shell);
            var states = await ScriptStates.ReadAsync(session, shell, cancellationToken).ConfigureAwait(false);
            var scope = ManagedScope.Of(session.Dialect, plan.From, plan.To);
            var made = await MadeObjects.ForAsync(new(adapter, tenant, session), [plan.From, plan.To],
                cancellationToken).ConfigureAwait(false);
            var start = plan.To.Settle(scope.Restrict(
                made.In(await session.Inspector.InspectAsync(cancellationToken).ConfigureAwait(false))));
            // What was read in between is what both readings of the states saw, or nothing is known.
            if (start.Fingerprint != plan.From.Fingerprint
                || !states.IsEqualTo(await ScriptStates.ReadAsync(session, shell, cancellationToken).ConfigureAwait(false))) return false;
            var expected = ScriptStates.Of(plan, states, proof[false], proof[true], shell);
            RefuseUnseen(plan, expected);
            var place = await adapter.PlaceAsync(tenant, session, cancellationToken).ConfigureAwait(false);
            Head(text, plan, shell, place, expected);
            text.Append(shell.Open(place, plan.From.Form, plan)).Append('\n');
            var tables = await new LedgerReader(adapter, tenant, session).TablesAsync(cancellationToken).ConfigureAwait(false);
            var script = new ScriptSession(session, shell, AtHome, tables.Contains(LedgerFormat.Snapshots), text);
            await new PlanRun(adapter, tenant, plan, new(), plan.IsRevert ? LedgerEntry.Revert : LedgerEntry.Script,
                toolVersion).ScriptAsync(script, start, checks =>
            {
                if (checks) Checks(text, plan, shell, expected);
                else text.Append("-- The result.\n").Append(shell.CheckState(expected, isEnd: true)).Append('\n');
            }, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    private void Checks(StringBuilder text, Plan plan, ScriptShell shell, IReadOnlyList<ObjectState> expected)
    {
        text.Append("-- The start state.\n").Append(shell.Remember(expected)).Append(shell.CheckState(expected, isEnd: false)).Append('\n');
        foreach (var check in plan.DataChecks)
        {
            ScriptComment.Write(text, $"before {check.Subject}: this query must return no row. A row means: {check.Meaning}");
            text.Append(shell.CheckRows(AtHome(check.Sql), $"{check.Subject}: {check.Meaning}")).Append('\n');
        }
    }

    private static ScriptShell ShellOf(DatabaseSession session, Plan plan) => session.Dialect.Shell.For(Shared(plan));

    private static IReadOnlyList<string> Shared(Plan plan) => TenantContext.SharedSchemas(plan.From.Objects.Concat(plan.To.Objects));

    private string AtHome(string sql) => adapter.AtHome(tenant, sql);

    private static void RefuseObstacles(Plan plan, ScriptShell shell)
    {
        var refused = plan.Steps.Select(s => (Step: s, Reason: shell.Obstacle(s.Sql))).Where(s => s.Reason is not null)
            .Select(s => Diagnostic.Of(ExecutionDiagnostics.NoScript, s.Step.Serves, s.Reason!) with { Subject = s.Step.Subject }).ToList();
        if (refused.Count > 0) throw new SchemaSyncException(refused);
    }

    // Such a script would do everything once more each time it is run, and could not tell whether it was done.
    private static void RefuseUnseen(Plan plan, IReadOnlyList<ObjectState> expected)
    {
        if (plan.Changes.IsEmpty || expected.Any(s => s.Start != s.End)) return;
        throw new SchemaSyncException([Diagnostic.Of(ExecutionDiagnostics.NoScript, plan.Changes[0].ToString(),
            "the server does not tell a script whether it was done") with { Subject = plan.Changes[0].Id }]);
    }

    private string Empty(StringBuilder text, Plan plan)
    {
        ScriptComment.Write(text,
            $"SchemaSync {toolVersion}, script for {plan.Provider}: "
                + $"{adapter.DisplayName(tenant)} is in the target state, {plan.To.Fingerprint}.");
        return text.Append("-- Nothing to do.\n").ToString();
    }

    private void Head(StringBuilder text, Plan plan, ScriptShell shell, ScriptPlace place, IReadOnlyList<ObjectState> expected)
    {
        void Say(string line) => ScriptComment.Write(text, line);
        var isOne = Batch.Of(plan.Steps).ToList() is [{ Mode: not TransactionMode.None }];
        Say($"SchemaSync {toolVersion}, script for {plan.Provider}: {plan.Changes.Count} changes, "
            + $"{plan.Steps.Count(s => !s.IsAssertion)} statements, proved on a scratch database.");
        Say($"For the database {place.Database}{(place.Schema.Length > 0 ? $", schema {place.Schema}" : "")}"
            + $"{(Shared(plan) is { Count: > 0 } shared ? $" and what is ours in {string.Join(", ", shared)}" : "")}, and no other; "
            + $"written from {adapter.DisplayName(tenant)}.");
        Say($"Starts from {plan.From.Fingerprint} and ends in {plan.To.Fingerprint}.");
        Say($"Run it with: {shell.Command(place)}");
        foreach (var need in shell.Needs(plan)) Say(need);
        Say("It stops at the first line that fails: when this is another database or state, when another run goes on, when rows are in "
            + "the way, when the result is not the target.");
        Say(isOne ? "It is one transaction: everything is done, with its rows in the ledger, or nothing."
            : "It is not one transaction: what is done when it stops stays, the "
                + "ledger says how far it came, and 'schemasync sync' finishes it.");
        Say("What 'schemasync sync' does and a script does not: wait and try again when a table is locked, measure each statement, "
            + "hand large tables to another program.");
        if (plan.Steps.Any(s => s.Fill is not null))
            Say("Rows get their values in one statement for each column here, where 'schemasync sync' goes through them by key.");
        foreach (var vague in expected.Where(s => s.End == ObjectState.Present && !shell.IsStartOnly(s.Side)))
            Say("The result is checked but for the texts of "
                + $"{vague.Side}{(vague.Side.Length > 0 ? " " : "")}{vague.Name}, which are spelled otherwise here.");
        foreach (var change in plan.Changes) Say($"  {change}");
        foreach (var hazard in plan.Hazards) Say($"hazard {hazard.Diagnostic}");
        text.Append('\n');
    }
}
