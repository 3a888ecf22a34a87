namespace SchemaSync.Engine.Proof;

/// <summary>Replays a plan on a scratch copy of its start state; only a plan that ends in its target there is ever run.</summary>
internal sealed class PlanProof(DatabaseAdapter adapter)
{
    /// <summary>
    /// Is shown the scratch database before the first step (false) and after the last (true). It sees what the proof looks at.
    /// </summary>
    public Func<DatabaseSession, bool, Task>? Witness { get; init; }

    /// <summary>The plan, proved.</summary>
    /// <exception cref="SchemaSyncException">
    /// SSY0202: the start state cannot be rebuilt. SSY0204: a view or trigger does not fit the end state.
    /// SSY0508: the end is not the target.
    /// </exception>
    public async Task<Plan> ProveAsync(TenantContext tenant, Plan plan, CancellationToken cancellationToken)
    {
        if (plan.IsEmpty) return plan with { Proved = true };
        var scope = plan.Scope ?? ProofScope.Whole(plan);
        while (true)
        {
            try
            {
                return await ReplayAsync(tenant, plan, scope, cancellationToken).ConfigureAwait(false);
            }
            catch (SchemaSyncException e) when (Neighbours.Refused(scope.Neighbours, e) is { } neighbour)
            {
                scope = scope.Without(neighbour);
            }
            catch (SchemaSyncException e) when (e.Diagnostics is [{ Entry.Code: "SSY0508" }])
            {
                if (Hooks(plan) is { Count: > 0 } hooks)
                    await BlameAsync(tenant, plan, scope, hooks, e, cancellationToken).ConfigureAwait(false);
                // A target that was read from a file or another database was never built before: when it cannot be, that is what is wrong.
                await BuildTargetAsync(tenant, scope, cancellationToken).ConfigureAwait(false);
                throw;
            }
        }
    }

    private async Task<Plan> ReplayAsync(TenantContext tenant, Plan plan, ProofScope scope, CancellationToken cancellationToken)
    {
        var scratch = await Scratch.OpenAsync(adapter, tenant, cancellationToken).ConfigureAwait(false);
        await using (scratch.ConfigureAwait(false))
        {
            var texts = await RebuildAsync(scratch, plan, scope, cancellationToken).ConfigureAwait(false);
            if (Witness is not null) await scratch.ShowAsync(s => Witness(s, false)).ConfigureAwait(false);
            Diagnostic Refused(Step step, string reason) =>
                step.IsSeed ? Diagnostic.Of(TenancyDiagnostics.BadSeed, step.Written, $"the server refuses a statement ({reason})")
                : step.IsHook ? Diagnostic.Of(ExecutionDiagnostics.HookRefused, step.Written, reason)
                : step.Subject.Kind == ObjectKind.SqlObject
                ? Diagnostic.Of(InspectionDiagnostics.SqlObjectRefused, $"to {step.Serves}", reason)
                : step.Written.Length > 0
                ? Diagnostic.Of(ExecutionDiagnostics.SqlRefused, step.Written, reason) : Failure(tenant, $"{step.Serves}: {reason}");
            scratch.TriesDrops = true;
            var tried = plan.Steps.Where(s => !s.IsUntried).ToEquatableArray();
            var steps = Untried(plan.Steps, await scratch.RunAsync(tried, scope.To, Refused, cancellationToken).ConfigureAwait(false));
            // What a revert brings back was there before, and its bodies may use what is not ours and so not on scratch; the run
            // reads them again in place.
            var read = plan.IsRevert ? scratch.InspectAsync(cancellationToken) : scratch.ReadBackAsync(cancellationToken);
            var ours = scope.OursOf(plan.Surroundings.Without(await read.ConfigureAwait(false)));
            var end = Synonym.Settle(scope.To.Settle(ours), texts);
            var rest = Differ.Compare(end.WithoutOpaque(), scope.To.End().WithoutOpaque(), scratch.Dialect);
            if (!rest.IsEmpty) RoundTrip.CheckMade(scope.To, ours);
            if (!rest.IsEmpty || !end.Unsupported.IsEmpty)
                throw new SchemaSyncException([Failure(tenant, ChangeWords.First(rest.Changes))]);
            if (Witness is not null) await scratch.ShowAsync(s => Witness(s, true)).ConfigureAwait(false);
            return plan with { Steps = steps, Proved = true, To = plan.To.WithSynonyms(texts) };
        }
    }

    // Those that were kept from scratch, in their places.
    private static EquatableArray<Step> Untried(EquatableArray<Step> planned, EquatableArray<Step> done)
    {
        if (planned.Count == done.Count) return done;
        var tried = new Queue<Step>(done);
        return [.. planned.Select(s => s.IsUntried ? s : tried.Dequeue())];
    }

    private static List<string> Hooks(Plan plan) =>
        [.. plan.Steps.Where(s => s is { IsHook: true, IsUntried: false }).Select(s => s.Written).Distinct()];

    /// <summary>Whether it is declared SQL that makes a plan end elsewhere: then it ends in its target without it.</summary>
    /// <exception cref="SchemaSyncException">SSY0524: it is.</exception>
    private async Task BlameAsync(TenantContext tenant, Plan plan, ProofScope scope, List<string> hooks, SchemaSyncException failure,
        CancellationToken cancellationToken)
    {
        var without = plan with { Steps = plan.Steps.Where(s => !s.IsHook).ToEquatableArray() };
        try
        {
            await new PlanProof(adapter).ReplayAsync(tenant, without, scope, cancellationToken).ConfigureAwait(false);
        }
        catch (SchemaSyncException)
        {
            // The plan itself is what fails, and that is told.
            return;
        }

        throw new SchemaSyncException([Diagnostic.Of(ExecutionDiagnostics.HookChangesSchema, string.Join(", ", hooks),
            failure.Diagnostics[0].Arguments[^1])], failure);
    }

    private async Task BuildTargetAsync(TenantContext tenant, ProofScope scope, CancellationToken cancellationToken)
    {
        var scratch = await Scratch.OpenAsync(adapter, tenant, cancellationToken).ConfigureAwait(false);
        await using (scratch.ConfigureAwait(false))
        {
            await scratch.BuildAsync(scope.To.With(scope.To.Objects.Concat(scope.Neighbours)), cancellationToken).ConfigureAwait(false);
            await scratch.ReadBackAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Builds the start state.</summary>
    /// <returns>Texts of what the plan does not change that this server prints in other words than the live one.</returns>
    private static async Task<EquatableArray<Synonym>> RebuildAsync(
        Scratch scratch, Plan plan, ProofScope scope, CancellationToken cancellationToken)
    {
        var from = scratch.Dialect.Rebuildable(scope.From, scope.To);
        try
        {
            var built = from.With([.. from.Objects, .. scope.Neighbours, .. plan.Surroundings.Partitions]);
            await scratch.BuildAsync(built, cancellationToken).ConfigureAwait(false);
        }
        catch (SchemaSyncException e) when (e.Diagnostics is [{ Entry.Code: "SSY0207" } refused])
        {
            // Here it is no declaration that has to be corrected: the database holds something that we cannot make again.
            var reason = $"something that cannot be built again ({refused.Arguments[1]}{Way(scope, refused.Subject)})";
            var finding = Diagnostic.Of(InspectionDiagnostics.Unsupported, refused.Arguments[0], reason) with { Subject = refused.Subject };
            throw new SchemaSyncException([finding], e);
        }

        // Bodies are not checked here: a view that is broken already must not stand in the way of the plan that repairs it. Neither must
        // its text, which a server that cannot open it does not print as it is.
        var all = await scratch.InspectAsync(cancellationToken).ConfigureAwait(false);
        var read = scope.To.Settle(scope.OursOf(plan.Surroundings.Without(all)));
        // A text that the plan leads to is no other way to print one that it leads away from.
        var wanted = scope.To.Objects.ToLookup(ObjectId.Of);
        var texts = Synonym.Between(read, from).Where(s => !wanted[s.Owner].Any(o => Synonym.TextsOf(o).Contains(s.Text)))
            .ToEquatableArray();
        var replaced = plan.Changes.OfType<Change.Alter>().Where(c => c.After is View).Select(c => c.Id).ToHashSet();
        RoundTrip.Check(from, Synonym.Settle(read, texts), scratch.Dialect, replaced);
        return texts;
    }

    private static string Way(ProofScope scope, ObjectId? subject) => subject is { } id && scope.PathTo(id) is { Count: > 1 } path
        ? $"; the change of {path[0]} leads to it: {string.Join(" → ", path)}" : "";

    private static Diagnostic Failure(TenantContext tenant, string reason) =>
        Diagnostic.Of(ExecutionDiagnostics.ProofFailed, tenant.Id, reason);
}
