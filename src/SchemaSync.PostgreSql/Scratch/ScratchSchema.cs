using Npgsql;

namespace SchemaSync.PostgreSql.Scratch;

/// <summary>
/// What a scratch schema does with the statements of a plan. Nothing that others wrote runs there: whoever proves a plan may have more
/// rights than whoever wrote what the database holds.
/// </summary>
internal sealed class ScratchSchema(NpgsqlConnection connection, RunnerPlace place, SessionState session)
{
    private readonly ScratchGuard _guard = new(connection, place);
    private readonly StandIns _standIns = new(connection, place, session);

    /// <summary>The statements to run in place of a step.</summary>
    /// <exception cref="SchemaSyncException">SSY0218, SSY0219: it refers to something that is not there, or
    /// may not be used. SSY0221: one of them would run code of others.</exception>
    public async Task<IReadOnlyList<string>> StatementsAsync(Step step, CancellationToken cancellationToken)
    {
        var sql = step.TransactionalSql ?? step.Sql;
        if (step.Subject.Kind == ObjectKind.Extension) return session.Extensions!.Take(step) is { } kept ? [kept] : [];
        if (step.Subject.Kind == ObjectKind.Schema) await SetAsideAsync(step.Subject.Name, cancellationToken).ConfigureAwait(false);
        sql = await _standIns.PlaceAsync(step, sql, cancellationToken).ConfigureAwait(false);
        sql = await _standIns.PlaceCallsAsync(step, sql, cancellationToken).ConfigureAwait(false);
        var tokens = Lexer.Read(sql).Significant;
        await _guard.CheckAsync(step, tokens, cancellationToken).ConfigureAwait(false);
        // Filling one runs its query, and with it whatever that calls.
        if (tokens.Count > 2 && tokens[0].IsWord("CREATE") && tokens[1].IsWord("MATERIALIZED"))
            return [$"{sql[..tokens.FindLast(t => !t.Is(";")).End]}\nWITH NO DATA"];
        return session.Routines!.Take(step, sql);
    }

    /// <summary>
    /// A shared schema is called on scratch as it is, so that the server prints the same names; the real one has another name in this
    /// transaction alone. That locks its row in pg_namespace and nothing else (RenameSchema, schemacmds.c): nobody who uses the schema
    /// waits, only who renames or drops it, or proves a plan for it.
    /// </summary>
    /// <exception cref="SchemaSyncException">SSY0210: the account does not own the schema.</exception>
    private async Task SetAsideAsync(Identifier schema, CancellationToken cancellationToken)
    {
        if (session.Shared.Contains(schema.Value)) return;
        session.Shared.Add(schema.Value);
        var present =
            await Schemas.FindAsync(connection, place.Schema, [Schemas.Pattern(schema.Value)], cancellationToken).ConfigureAwait(false);
        if (present.Count == 0) return;
        var aside = new Identifier(FormattableString.Invariant($"{place.Schema}_{session.Shared.Count}"));
        var command = new NpgsqlCommand($"ALTER SCHEMA {PostgreSqlText.Quote(schema)} RENAME TO {PostgreSqlText.Quote(aside)}", connection);
        await using (command.ConfigureAwait(false))
        {
            try
            {
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.NoScratch, place.DisplayName,
                    $"{e.MessageText}; run as a member of the role that owns the schema {schema}") with
                    {
                        Subject = ObjectId.Top(ObjectKind.Schema, new(schema)),
                    }], e);
            }
        }
    }

    /// <summary>
    /// An extension that is in the managed schema cannot be in the scratch schema as well: its names are found behind it, without
    /// a schema as they are in the managed one. What else would be found there is not run.
    /// </summary>
    public async Task DoneAsync(Step step, CancellationToken cancellationToken)
    {
        if (step.Subject.Kind != ObjectKind.Extension) return;
        var where = new NpgsqlCommand($"""
            SELECT n.nspname = {PostgreSqlText.Literal(place.Managed)} FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
            WHERE e.extname = {PostgreSqlText.Literal(step.Subject.Name.Value)}
            """, connection);
        await using (where.ConfigureAwait(false))
        {
            if (await where.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not true) return;
            session.PlanPath = PostgreSqlPath.Of(place.Schema, place.Managed);
            await _guard.ShareAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
