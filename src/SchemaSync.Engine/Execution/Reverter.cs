namespace SchemaSync.Engine.Execution;

/// <summary>
/// Plans the way back from the last run. A revert is a run of its own in the ledger: it and the run it took back count as
/// settled, so that reverting again goes further back.
/// </summary>
internal sealed class Reverter(DatabaseAdapter adapter)
{
    /// <summary>The plan back, not proved yet.</summary>
    /// <exception cref="SchemaSyncException">SSY0509: there is no run to take back, or the schema
    /// was changed since. SSY0518: the ledger cannot be read. SSY0901: a value is for no column.</exception>
    public async Task<Plan> PlanAsync(TenantContext tenant, EquatableArray<RevertValue> values, CancellationToken cancellationToken)
    {
        var session = await adapter.OpenAsync(tenant, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var ledger = new LedgerReader(adapter, tenant, session);
            var reading = await ledger.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (reading.Findings.Count > 0) throw new SchemaSyncException(reading.Findings);
            var run = Unsettled(reading) ?? throw Nothing(tenant);
            var from = await ledger.StateAsync(run.From, run, cancellationToken).ConfigureAwait(false);
            var to = await ledger.StateAsync(run.To, run, cancellationToken).ConfigureAwait(false);
            var scope = ManagedScope.Of(session.Dialect, from.State(), to.State());
            var wide = tenant.With(from, to);
            var present = wide == tenant ? await session.Inspector.InspectAsync(cancellationToken).ConfigureAwait(false)
                : (await PresentState.ReadAsync(adapter, wide, cancellationToken).ConfigureAwait(false)).Snapshot;
            if (wide == tenant)
                present = (await MadeObjects.ForAsync(ledger, [from, to], cancellationToken).ConfigureAwait(false)).In(present);
            var texts = new FixedPoint(adapter, wide, session.Dialect);
            // The ledger keeps states and not how else the server may print them.
            to = await texts.OfAsync(present, to.State(to.Intents), scope, cancellationToken).ConfigureAwait(false);
            if (!Differ.Compare(to.Settle(scope.Restrict(present)), to.State(), session.Dialect).IsEmpty) throw Nothing(tenant);
            // The present may hold texts of either side.
            var back = from.State([.. Inverted(from, to, session.Dialect), .. values.Select(v => v.In(from, session.Dialect))]);
            var target = new Snapshot
            {
                Form = back.Form,
                Objects = back.Objects,
                Intents = back.Intents,
                Synonyms = [.. from.Synonyms.Concat(to.Synonyms).DistinctBy(s => (s.Owner, s.Text))],
            };
            target = await texts.OfAsync(present, target, scope, cancellationToken).ConfigureAwait(false);
            var plan = Planner.Plan(present, target, scope, session.Dialect) with { IsRevert = true };
            plan = plan with { Hazards = [.. plan.Hazards, .. Stays(run)] };
            await session.Inspector.RefuseCodeOfOthersAsync(plan, cancellationToken).ConfigureAwait(false);
            await ExternalObjects.RequireAsync(session, plan, cancellationToken).ConfigureAwait(false);
            return plan;
        }
    }

    private static IEnumerable<Hazard> Stays(LedgerEntry run) =>
        run.Steps.Where(s => s.State == "done" && HookPass.IsHook(s.Serves)).Select(s => s.Serves["run ".Length..]).Distinct()
            .Select(what => new Hazard(Diagnostic.Of(Hazards.HooksStay, what)));

    /// <summary>The run that a revert would take back: newest first, each revert
    /// settles the nearest older run that none settled yet.</summary>
    public static LedgerEntry? Unsettled(IEnumerable<LedgerEntry> entries)
    {
        var reverts = 0;
        foreach (var entry in entries.Where(e => e.Outcome == LedgerEntry.Succeeded))
        {
            if (entry.Action == LedgerEntry.Revert) reverts++;
            else if (reverts > 0) reverts--;
            else return entry;
        }

        return null;
    }

    private static EquatableArray<Intent> Inverted(Snapshot from, Snapshot to, Dialect dialect)
    {
        var forward = Differ.Compare(from, Fitting(from, to, dialect.Names), dialect).Changes.OfType<Change.Rename>().ToList();
        var tables = forward.Where(r => r.Owner.IsEmpty && r.Before is not Schema)
            .ToDictionary(r => r.Id.QualifiedName, r => ((TopLevelObject)r.Before).Name);
        var schemas = forward.Where(r => r.Before is Schema).ToDictionary(r => r.After.LocalName, r => r.Before.LocalName);
        // Schemas get their names first, there as here.
        ObjectId Back(ObjectId id) => id with { Schema = schemas.GetValueOrDefault(id.Schema, id.Schema) };
        return forward.Select(r => new Intent(
            IntentKind.RenamedFrom, Back(
            r.Before is TopLevelObject before ? ObjectId.Of(before) : ObjectId.Of(tables.GetValueOrDefault(r.Owner, r.Owner), r.Before)),
            r.After.LocalName)
            {
                FormerSchema = r.Before is TopLevelObject was && was.Name.Schema != ((TopLevelObject)r.After).Name.Schema
                    ? ((TopLevelObject)r.After).Name.Schema
                    : default,
            }).ToEquatableArray();
    }

    // Several runs may have led to one state; only renames whose old name this run began with,
    // and whose new one it did not (or gave on, in a chain), were its own.
    private static Snapshot Fitting(Snapshot from, Snapshot to, StringComparer names)
    {
        var before = Ids(from).ToHashSet(new ObjectIdComparer(names));
        var schemas = to.Intents.Where(i => i.Subject.Kind == ObjectKind.Schema && before.Contains(i.FormerId)
            && !before.Contains(i.Subject)).ToDictionary(i => i.Subject.Name, i => i.Former);
        bool Had(ObjectId id) => before.Contains(schemas.TryGetValue(id.Schema, out var schema) ? id with { Schema = schema } : id);
        var tables = to.Intents.Where(i => i.Subject.Owner.IsEmpty && Had(i.FormerId))
            .ToLookup(i => i.Subject.QualifiedName.ToString(), i => i.FormerId.QualifiedName, names);
        bool Began(Intent intent, ObjectId id) => Had(id)
            || (!id.Owner.IsEmpty
                && tables[intent.Subject.OwnerName.ToString()].Any(t => Had(id with { Schema = t.Schema, Owner = t.Name })));
        return new()
        {
            Form = to.Form,
            Objects = to.Objects,
            Intents = to.Intents
                .Where(i => Began(i, i.FormerId)
                    && (!Began(i, i.Subject) || to.Intents.Any(o => o.Kind == IntentKind.RenamedFrom && o.FormerId == i.Subject)))
                    .ToEquatableArray(),
        };
    }

    private static IEnumerable<ObjectId> Ids(Snapshot snapshot) =>
        snapshot.Objects.Select(ObjectId.Of).Concat(snapshot.Objects.SelectMany(o => o.Children.Select(c => ObjectId.Of(o.Name, c))))
            .Concat(snapshot.Objects.OfType<EnumType>()
                .SelectMany(t => t.Values.Select(v => ObjectId.In(ObjectKind.EnumLabel, t.Name, new(v)))));

    private SchemaSyncException Nothing(TenantContext tenant) => new(ExecutionDiagnostics.NothingToRevert, adapter.DisplayName(tenant));
}
