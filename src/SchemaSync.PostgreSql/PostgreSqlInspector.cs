using Npgsql;

namespace SchemaSync.PostgreSql;

/// <summary>Reads one schema from pg_catalog in one round trip.</summary>
internal sealed class PostgreSqlInspector(NpgsqlConnection connection, Session.Opened opened, IReadOnlyList<string> further,
    SessionState session, bool prepares) : SchemaInspector
{
    private const int Attempts = 5;
    private const string Savepoint = "schemasync_check";

    // Functions in SQL are checked against the schema as it is now; other languages have no such check, or only of their syntax.
    private const string Bodies = """
        SELECT p.proname::text, p.oid, n.nspname::text, p.prokind = 'p', oidvectortypes(p.proargtypes)
        FROM pg_depend o JOIN pg_proc p ON p.oid = o.objid JOIN pg_language l ON l.oid = p.prolang JOIN pg_namespace n
            ON n.oid = p.pronamespace
        WHERE o.refclassid = 'pg_namespace'::regclass AND o.refobjid = ANY ($1) AND o.classid = 'pg_proc'::regclass AND o.deptype = 'n'
            AND l.lanname = 'sql'
        """;

    /// <inheritdoc/>
    public override async Task<Snapshot> InspectAsync(CancellationToken cancellationToken)
    {
        var form = PostgreSqlDialect.FormOf(opened.Server);
        var schemas = await ManagedAsync(cancellationToken).ConfigureAwait(false);
        if (schemas.All(s => s.Oid == 0)) return new() { Form = form };
        var isEmpty = opened.IsNew && schemas.Count == 1 && await IsEmptyAsync(schemas, cancellationToken).ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var catalog = new CatalogRows(schemas, opened.Server);
                TableReader? tables = null;
                await catalog.ReadAsync(ReaderOf(schemas), prepares, session.Routines, () => (tables = new(catalog)).ReadAhead(), isEmpty,
                    cancellationToken).ConfigureAwait(false);
                return new PostgreSqlHome(opened.Schema).Leave(
                    StandIns.Restore(new SnapshotReader(catalog, tables!, form, session.Extensions).Read(), session.StandIns));
            }
            catch (PostgresException e) when (attempt < Attempts && PostgreSqlErrors.IsVanishedObject(e) && !session.IsOpen)
            {
                // Somebody dropped an object between its row and its text: read again, and never take an error for a result (FACTS).
                // Inside a transaction the failed statement has ended it for every later one.
            }
        }
    }

    /// <inheritdoc/>
    public override async Task<DatabaseSchemas?> SchemasAsync(CancellationToken cancellationToken) =>
        await Schemas.ReadAsync(connection, opened.Schema, await ManagedAsync(cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override Task<string?> StampAsync(CancellationToken cancellationToken) => StampOfAsync(cancellationToken);

    /// <inheritdoc/>
    public override async Task<string?> StampWithOthersAsync(CancellationToken cancellationToken)
    {
        var reader = ReaderOf(await ManagedAsync(cancellationToken).ConfigureAwait(false));
        // The own one first: it has to be older than what is read.
        return await Stamp.ReadAsync(reader, prepares, cancellationToken).ConfigureAwait(false) is { } own
            ? $"{own}|{await OutsideStamp.ReadAsync(reader, prepares, cancellationToken).ConfigureAwait(false)}" : null;
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<Identifier, string>?> StampsAsync(IReadOnlyList<Identifier> names,
        CancellationToken cancellationToken)
    {
        var shared = (await ManagedAsync(cancellationToken).ConfigureAwait(false)).Skip(1).Select(s => s.Oid).ToList();
        var tenants = await Schemas.FindAsync(connection, names, cancellationToken).ConfigureAwait(false);
        var parts = await Stamp.PartsAsync(new(connection, [.. tenants.Values, .. shared], session.PlanPath), prepares: false,
            cancellationToken).ConfigureAwait(false);
        return tenants.ToDictionary(t => t.Key, t => Stamp.Of(parts, [t.Value, .. shared]));
    }

    /// <inheritdoc/>
    public override async Task<string?> DigestAsync(DigestKey key, CancellationToken cancellationToken) =>
        (await DigestsAsync([new(opened.Schema)], key, cancellationToken).ConfigureAwait(false))?.ByName.Values.FirstOrDefault();

    /// <inheritdoc/>
    public override async Task<TenantDigests?> DigestsAsync(IReadOnlyList<Identifier> names, DigestKey key,
        CancellationToken cancellationToken)
    {
        var managed = await ManagedAsync(cancellationToken).ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await new SchemaDigests(connection, key).ReadAsync(names, [.. managed.Skip(1).Select(s => s.Oid)],
                    cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException e) when (PostgreSqlErrors.IsVanishedObject(e) && !session.IsOpen)
            {
                // As in reading; whoever comes and goes all the time is read one by one.
                if (attempt == Attempts) return null;
            }
        }
    }

    private async Task<string?> StampOfAsync(CancellationToken cancellationToken) =>
        await Stamp.ReadAsync(ReaderOf(await ManagedAsync(cancellationToken).ConfigureAwait(false)), prepares,
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task CheckBodiesAsync(CancellationToken cancellationToken)
    {
        // Views the server keeps whole by itself. Functions were checked on scratch, and a live schema may hold broken ones of others.
        if (session.Routines is not { } routines) return;
        var functions = new List<(ObjectId Id, uint Oid, string Schema)>();
        var query = new CatalogQuery(Bodies, Read, Prints: true);
        var reader = ReaderOf(await ManagedAsync(cancellationToken).ConfigureAwait(false));
        await reader.RunAsync([query], prepares: false, cancellationToken).ConfigureAwait(false);
        if (functions.Count == 0) return;
        var tried = functions[0].Id;
        await RunAsync($"SAVEPOINT {Savepoint}; SET LOCAL check_function_bodies = on; {PostgreSqlPath.Use(session.PlanPath)}",
            cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var (id, oid, schema) in functions)
            {
                tried = id;
                // A body that qualifies nothing means what stands beside it, or what the tenant has.
                var beside = $"{PostgreSqlText.Quote(new Identifier(schema))}, {session.PlanPath}";
                if (schema != opened.Schema) await RunAsync(PostgreSqlPath.Use(beside), cancellationToken).ConfigureAwait(false);
                await RunAsync($"SELECT pg_catalog.fmgr_sql_validator('{oid}')", cancellationToken).ConfigureAwait(false);
            }
        }
        catch (PostgresException e) when (e.SqlState != PostgresErrorCodes.InsufficientPrivilege)
        {
            var reason = $"{tried}: {routines.Named(PostgreSqlErrors.Sentence(e))}";
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.BrokenBody, reason) with { Subject = tried }], e);
        }
        finally
        {
            await RunAsync($"ROLLBACK TO {Savepoint}; RELEASE {Savepoint}", CancellationToken.None).ConfigureAwait(false);
        }

        void Read(CatalogRow row)
        {
            var (twin, oid, schema, isProcedure, signature) = (row.Text(), row.Oid(), row.Text(), row.Flag(), row.Text());
            if (routines.OriginalOf(twin) is not { } name) return;
            var qualified = new QualifiedName(schema == opened.Schema ? default : new(schema), new(name));
            functions.Add((ObjectId.Top(isProcedure ? ObjectKind.Procedure : ObjectKind.Function, qualified, signature), oid, schema));
        }
    }

    /// <inheritdoc/>
    public override async Task RefuseCodeOfOthersAsync(Plan plan, CancellationToken cancellationToken)
    {
        string[] schemas = [.. (await ManagedAsync(cancellationToken).ConfigureAwait(false)).Select(s => s.Name)];
        (await Impostors.FindAsync(connection, schemas, cancellationToken).ConfigureAwait(false)).Refuse(plan);
        await FiredTriggers.RefuseAsync(connection, plan, schemas, cancellationToken).ConfigureAwait(false);
        await HookedCode.RefuseAsync(connection, plan, schemas, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Diagnostic>> FindInTheWayAsync(Plan plan, CancellationToken cancellationToken) =>
        OthersInTheWay.FindAsync(connection, opened.Schema, plan, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Diagnostic>> FindMissingAsync(IReadOnlyList<ExternalNeed> needs,
        CancellationToken cancellationToken) =>
        OutsideObjects.FindMissingAsync(connection, opened.Schema, needs, cancellationToken);

    // Whatever is in a schema depends on it. To ask that is cheap; to plan queries of the whole catalogue is not, and a new schema takes
    // those away that were planned before (src/backend/utils/cache/plancache.c).
    private async Task<bool> IsEmptyAsync(IReadOnlyList<ManagedSchema> schemas, CancellationToken cancellationToken)
    {
        var isEmpty = true;
        await ReaderOf(schemas).RunAsync([new("SELECT objid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass "
            + "AND refobjid = ANY ($1) LIMIT 1", _ => isEmpty = false)], prepares: false, cancellationToken).ConfigureAwait(false);
        return isEmpty;
    }

    // A plan may have made or dropped some since the session was opened.
    private async Task<IReadOnlyList<ManagedSchema>> ManagedAsync(CancellationToken cancellationToken) =>
        [new(opened.Schema, opened.SchemaOid),
            .. await Schemas.FindAsync(connection, opened.Schema, [.. further, .. session.Shared.Select(Schemas.Pattern)],
                cancellationToken).ConfigureAwait(false)];

    private CatalogReader ReaderOf(IReadOnlyList<ManagedSchema> schemas) =>
        new(connection, [.. schemas.Select(s => s.Oid)], session.PlanPath);

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false)) await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
