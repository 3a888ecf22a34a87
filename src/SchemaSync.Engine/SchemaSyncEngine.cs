namespace SchemaSync.Engine;

/// <summary>
/// The whole engine for one program: stateless, one instance serves all tenants at once. Every method throws
/// <see cref="SchemaSyncException"/> with codes of the catalogue, and nothing else.
/// </summary>
public sealed class SchemaSyncEngine(AdapterRegistry adapters)
{
    /// <summary>The command that messages name as the way to repair a difference.</summary>
    public string RepairCommand { get; init; } = "schemasync sync";

    /// <summary>The command that messages name as the way to bring a committed snapshot up to date.</summary>
    public string AcceptCommand { get; init; } = "schemasync accept";

    /// <summary>What the ledger keeps as the tool's version.</summary>
    public string ToolVersion { get; init; } = typeof(SchemaSyncEngine).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>
    /// Where the server's forms of declarations and the stamps of databases that were found equal are kept between runs, so
    /// that a validation needs no scratch database and reads nothing that has not moved; null keeps none.
    /// </summary>
    public SnapshotStore? FormStore { get; init; }

    /// <summary>Reads the schema of a database, everything in it included; read-only.</summary>
    /// <exception cref="SchemaSyncException">SSY0205, SSY0206: the database cannot be read.</exception>
    public Task<Snapshot> SnapshotAsync(TenantContext tenant, CancellationToken cancellationToken = default) =>
        SnapshotAsync(tenant, withGrants: false, cancellationToken);

    /// <summary>The same, with who has which rights on every object: roles belong to a server, so another one may lack them.</summary>
    /// <exception cref="SchemaSyncException">SSY0205, SSY0206: the database cannot be read.</exception>
    public Task<Snapshot> SnapshotAsync(TenantContext tenant, bool withGrants, CancellationToken cancellationToken) =>
        OnAsync(tenant, async a =>
        {
            var session = await PresentDatabase.OpenAsync(a, tenant, cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                var read = await session.Inspector.InspectInOrderAsync(cancellationToken).ConfigureAwait(false);
                return withGrants ? read : read.Empty().SpokenOf(read);
            }
        });

    /// <summary>
    /// What bodies of a snapshot of this tenant name beyond it, and where they name it in a text constant,
    /// which stays what it is (SSY0229): whoever gets the snapshot gets that as well.
    /// </summary>
    /// <exception cref="SchemaSyncException">SSY0205, SSY0206: the database cannot be read.</exception>
    public Task<IReadOnlyList<Diagnostic>> ReachAsync(TenantContext tenant, Snapshot snapshot,
        CancellationToken cancellationToken = default) =>
        OnAsync<IReadOnlyList<Diagnostic>>(tenant, async a =>
        {
            var session = await a.OpenAsync(tenant, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
                return [.. Reach.Of(snapshot, session.Dialect, new Dictionary<ObjectId, SourceLocation>())];
        });

    /// <summary>The target as the server prints it, by building it on a scratch database; needs no live database.</summary>
    /// <exception cref="SchemaSyncException">SSY0202, SSY0204, SSY0207: the server cannot hold the declaration.</exception>
    public Task<Snapshot> NormalizeAsync(TenantContext tenant, SchemaTarget target, CancellationToken cancellationToken = default) =>
        OnAsync(tenant, target, a => new ScratchNormalizer(a).NormalizeAsync(tenant, target, cancellationToken));

    /// <summary>The schema that statements of another tool make, as the server prints it: they run on a scratch database.</summary>
    /// <exception cref="SchemaSyncException">SSY0970: the server refuses one. SSY0202, SSY0971: not all of it can be kept.</exception>
    public Task<Snapshot> ImportAsync(TenantContext tenant, ImportedSchema schema, CancellationToken cancellationToken = default) =>
        OnAsync(tenant, a => new ScratchImport(a).RunAsync(tenant, schema, cancellationToken));

    /// <summary>
    /// The target as it is committed beside the code: where servers print texts in their own words, as declared, so that a
    /// later build compares declared text with declared text and needs no server.
    /// </summary>
    /// <exception cref="SchemaSyncException">SSY0202, SSY0204, SSY0207: the declaration cannot be kept.</exception>
    public Task<Snapshot> AcceptAsync(TenantContext tenant, SchemaTarget target, CancellationToken cancellationToken = default)
    {
        var dialect = adapters.For(tenant.Provider).OfflineDialect;
        return dialect.RewritesTexts ? Task.FromResult(target.In(dialect)) : NormalizeAsync(tenant, target, cancellationToken);
    }

    /// <summary>Compares a database with a target; read-only.</summary>
    /// <exception cref="SchemaSyncException">SSY02xx, SSY03xx: the two cannot be compared. A difference is no exception.</exception>
    public Task<Validation> ValidateAsync(TenantContext tenant, SchemaTarget target, CancellationToken cancellationToken = default) =>
        OnAsync(tenant, target, async a =>
        {
            var wanted = await NormalForms(a).OfAsync(tenant, target, cancellationToken).ConfigureAwait(false);
            var unread = Remembers(a, tenant, target.Content);
            return await new TenantWork(a, tenant.With(wanted), ToolVersion) { FoundEqual = unread }.ValidateAsync(wanted, target.Locations,
                RepairCommand, FormStore, cancellationToken).ConfigureAwait(false);
        });

    /// <summary>The same for a snapshot file of which only that is read what the database does not hold.</summary>
    /// <returns>Null where the file has to be read whole.</returns>
    internal Task<Validation?> ValidateAsync(TenantContext tenant, SnapshotOutline outline, Fingerprint? content,
        CancellationToken cancellationToken) =>
        OnAsync(tenant, a => new TenantWork(a, tenant.With(outline), ToolVersion) { FoundEqual = Remembers(a, tenant, content) }
            .ValidateAsync(outline, new Dictionary<ObjectId, SourceLocation>(), RepairCommand, FormStore, cancellationToken));

    /// <summary>Whether a database has not moved since it was found equal to a target with these bytes, which need not be read
    /// then.</summary>
    /// <returns>The same that <see cref="ValidateAsync(TenantContext, SchemaTarget, CancellationToken)"/> would return,
    /// but for the states themselves, and the tenant with all schemas
    /// that were compared; null where that is not known.</returns>
    /// <exception cref="SchemaSyncException">SSY0205, SSY0206: the database cannot be read.</exception>
    public Task<(Validation Validation, TenantContext Tenant)?> FindEqualAsync(TenantContext tenant, Fingerprint content,
        CancellationToken cancellationToken = default) =>
        OnAsync<(Validation, TenantContext)?>(tenant, async a =>
        {
            if (FormStore is not { } store || await new UnreadTarget(store, a, tenant, ToolVersion).FindAsync(content,
                cancellationToken).ConfigureAwait(false) is not { } found) return null;
            var nothing = new Snapshot { Form = a.OfflineDialect.ServerForm };
            return (new(new(nothing, nothing, [], []), [], found.Unmanaged), found.Tenant);
        });

    /// <summary>Compares a committed snapshot, which messages call by
    /// <paramref name="name"/>, with a target without any database, in source form.</summary>
    /// <exception cref="SchemaSyncException">SSY03xx: the two cannot be compared.</exception>
    public Validation ValidateOffline(SchemaTarget target, Snapshot committed, string name = "the committed snapshot")
    {
        var dialect = adapters.For(committed.Form.Provider).OfflineDialect;
        var wanted = SourceForm.Of(target.In(dialect), dialect);
        var diff = Planner.Compare(SourceForm.Of(committed, dialect), wanted, ManagedScope.Everything, dialect);
        return new(diff, new Drift(target.Locations, name, AcceptCommand).Of(diff), []);
    }

    /// <summary>The way from the present state to the target, proved on a scratch database.</summary>
    /// <exception cref="SchemaSyncException">SSY0202, SSY03xx: no plan is possible; SSY0508: the proof failed.</exception>
    public Task<Plan> PlanAsync(TenantContext tenant, SchemaTarget target, PlanOptions options,
        CancellationToken cancellationToken = default) =>
        OnAsync(tenant, target, async a =>
        {
            var wanted = await NormalForms(a).OfAsync(tenant, target, cancellationToken).ConfigureAwait(false);
            return (await new TenantWork(a, tenant.With(wanted), ToolVersion).PlanAsync(wanted, options,
                cancellationToken).ConfigureAwait(false)).Plan;
        });

    /// <summary>A plan from a file, made and proved again: the same plan, which can be shown
    /// and run. One that has nothing to do is returned as it is.</summary>
    /// <exception cref="SchemaSyncException">SSY0519: it is another one. SSY0502,
    /// SSY0518: it cannot be applied to this database.</exception>
    public Task<Plan> ConfirmAsync(TenantContext tenant, Plan plan, ExecutionOptions options,
        CancellationToken cancellationToken = default) =>
        OnAsync(tenant,
            a => new TenantWork(a, tenant.With(plan.From, plan.To), ToolVersion).ConfirmAsync(plan, options, cancellationToken));

    /// <summary>The same way as a script for the provider's own shell, which does and
    /// checks what <see cref="SyncTenantAsync"/> would.</summary>
    /// <exception cref="SchemaSyncException">What <see cref="PlanAsync"/> throws;
    /// SSY0516: the shell cannot be given a statement.</exception>
    public Task<string> ScriptAsync(TenantContext tenant, SchemaTarget target, PlanOptions options,
        CancellationToken cancellationToken = default) =>
        OnAsync(tenant, target, async a =>
        {
            var wanted = await NormalForms(a).OfAsync(tenant, target, cancellationToken).ConfigureAwait(false);
            return await new PlanScript(a, tenant.With(wanted), ToolVersion).WriteAsync(wanted, options,
                cancellationToken).ConfigureAwait(false);
        });

    /// <summary>Runs a plan exactly as it is; one from a file after <see cref="ConfirmAsync"/>.</summary>
    /// <exception cref="SchemaSyncException">SSY0401, SSY05xx: refused or failed; the last diagnostic tells what stays.</exception>
    public Task<ExecutionReport> ApplyAsync(TenantContext tenant, Plan plan, ExecutionOptions options,
        CancellationToken cancellationToken = default) =>
        OnAsync(tenant, a => new TenantWork(a, tenant.With(plan.From, plan.To), ToolVersion).ApplyAsync(plan, options, cancellationToken));

    /// <summary>Plans and, with <paramref name="execute"/>, runs the plan; plans again when another run came between.</summary>
    /// <exception cref="SchemaSyncException">What <see cref="PlanAsync"/> and <see cref="ApplyAsync"/> throw.</exception>
    public Task<ExecutionReport> SyncTenantAsync(TenantContext tenant, SchemaTarget target, bool execute, ExecutionOptions options,
        CancellationToken cancellationToken = default) =>
        OnAsync(tenant, target, async a =>
        {
            var wanted = await NormalForms(a).OfAsync(tenant, target, cancellationToken).ConfigureAwait(false);
            return await new TenantWork(a, tenant.With(wanted), ToolVersion).SyncAsync(wanted, execute, options,
                cancellationToken).ConfigureAwait(false);
        });

    /// <summary>The way back from the last run to the state before it, proved.</summary>
    /// <exception cref="SchemaSyncException">SSY0509: the ledger holds no run that ended in the present state.</exception>
    public Task<Plan> PlanRevertAsync(TenantContext tenant, CancellationToken cancellationToken = default) =>
        PlanRevertAsync(tenant, [], cancellationToken);

    /// <summary>The same, with what rows get in columns that come back required, or with another type.</summary>
    /// <exception cref="SchemaSyncException">SSY0509: as above. SSY0901: a value is for no column.</exception>
    public Task<Plan> PlanRevertAsync(TenantContext tenant, EquatableArray<RevertValue> values,
        CancellationToken cancellationToken = default) => OnAsync(tenant, async a =>
        {
            var plan = await new Reverter(a).PlanAsync(tenant, values, cancellationToken).ConfigureAwait(false);
            return await new PlanProof(a).ProveAsync(tenant, plan with { Tool = ToolVersion }, cancellationToken).ConfigureAwait(false);
        });

    /// <summary>What would be dropped with a tenant: the way to nothing, proved. What tenants of a database share stays.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="declared">What is ours whoever made it; null for what runs of ours made and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SchemaSyncException">SSY0613: something of others is in it. SSY0518: nobody can tell what is ours.</exception>
    public Task<Plan> PlanRemovalAsync(TenantContext tenant, SchemaTarget? declared, CancellationToken cancellationToken = default) =>
        OnAsync(tenant, async a =>
        {
            var wanted = declared is null ? null
                : await NormalForms(a).OfAsync(tenant, declared, cancellationToken).ConfigureAwait(false);
            return await new TenantRemoval(a, tenant, ToolVersion).PlanAsync(wanted, cancellationToken).ConfigureAwait(false);
        });

    /// <summary>Runs the plan of <see cref="PlanRemovalAsync"/>, whatever its hazards, and drops the tenant's schema, database or file
    /// when nothing is left in it.</summary>
    /// <exception cref="SchemaSyncException">SSY05xx: it failed. SSY0613, SSY0614: others have something in it, or use it.</exception>
    public Task<ExecutionReport> RemoveAsync(TenantContext tenant, Plan plan, ExecutionOptions options,
        CancellationToken cancellationToken = default) =>
        OnAsync(tenant, a => new TenantRemoval(a, tenant, ToolVersion).RunAsync(plan, options, cancellationToken));

    /// <summary>Every run that the ledger of a database holds and that can be read, newest
    /// first, and what cannot; none where there is no ledger.</summary>
    /// <exception cref="SchemaSyncException">SSY0205, SSY0206: the database cannot be read.</exception>
    public Task<LedgerReading> AuditAsync(TenantContext tenant, CancellationToken cancellationToken = default) =>
        OnAsync(tenant, async a =>
        {
            var session = await PresentDatabase.OpenAsync(a, tenant, cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
                return await new LedgerReader(a, tenant, session).ReadAsync(cancellationToken).ConfigureAwait(false);
        });

    /// <summary>
    /// Renames the tables of a ledger that cannot be read (SSY0518), so that the next run begins a new one. What earlier runs
    /// made and nobody declares any more is then not known to be ours, and they cannot be taken back.
    /// </summary>
    /// <returns>The new names; none where there is no ledger, or one that can be read.</returns>
    /// <exception cref="SchemaSyncException">SSY0518: a newer version wrote it, or the account may not read it.</exception>
    public Task<IReadOnlyList<string>> SetLedgerAsideAsync(TenantContext tenant, CancellationToken cancellationToken = default) =>
        OnAsync(tenant, a => new SideLedger(a, tenant).RunAsync(cancellationToken));

    /// <summary>The schemas of the tenant's database that no operation on the tenant
    /// looks at; none where the database is the schema.</summary>
    /// <exception cref="SchemaSyncException">SSY0205, SSY0206: the database cannot be read.</exception>
    public Task<EquatableArray<string>> NotLookedAtAsync(TenantContext tenant, CancellationToken cancellationToken = default) =>
        OnAsync<EquatableArray<string>>(tenant, async a =>
        {
            // A database that is a file is one schema, and to open it once more is to have its schema parsed once more.
            if (a.FileHeadLength > 0) return [];
            var session = await a.OpenAsync(tenant, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
                return await session.Inspector.SchemasAsync(cancellationToken).ConfigureAwait(false) is { } schemas ? schemas.Others : [];
        });

    /// <summary>What messages call the database of a tenant; never a secret.</summary>
    /// <exception cref="SchemaSyncException">SSY0201, SSY0205: no such provider, or its connection string cannot be read.</exception>
    public string DisplayName(TenantContext tenant) => adapters.For(tenant.Provider).DisplayName(tenant);

    internal AdapterRegistry Adapters => adapters;

    private Func<KnownEqual, TenantContext, Task>? Remembers(DatabaseAdapter adapter, TenantContext tenant, Fingerprint? content) =>
        FormStore is { } store && content is { } bytes
            ? (known, whole) => new UnreadTarget(store, adapter, tenant, ToolVersion).SaveAsync(bytes, known, whole, default)
            : null;

    internal NormalForms NormalForms(DatabaseAdapter adapter) => new(adapter, FormStore, ToolVersion);

    private Task<T> OnAsync<T>(TenantContext tenant, SchemaTarget target, Func<DatabaseAdapter, Task<T>> operation)
    {
        var adapter = adapters.For(tenant.Provider);
        return Edge.RunAsync(adapter, tenant, target, () => operation(adapter));
    }

    private Task<T> OnAsync<T>(TenantContext tenant, Func<DatabaseAdapter, Task<T>> operation)
    {
        var adapter = adapters.For(tenant.Provider);
        return Edge.RunAsync(adapter, tenant, () => operation(adapter));
    }
}
