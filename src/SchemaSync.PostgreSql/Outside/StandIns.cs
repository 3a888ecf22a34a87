using Npgsql;

namespace SchemaSync.PostgreSql.Outside;

/// <summary>
/// What a scratch schema has in place of tables, and of functions that would be called, of others. A foreign key to the real one would keep
/// everybody from writing to it until the scratch work is rolled back (ADD FOREIGN KEY takes SHARE ROW EXCLUSIVE on both sides), and needs
/// a right there that a plan does not. So it refers to an empty table with the same columns and keys, whose schema alone is called
/// otherwise, and what is read back says the real name again.
/// </summary>
internal sealed class StandIns(NpgsqlConnection connection, RunnerPlace place, SessionState session)
{
    private readonly HashSet<QualifiedName> _made = [], _functions = [];
    private readonly StandInFunctions _found = new(connection);

    /// <summary>A statement of a plan in which nothing of others can be called.</summary>
    /// <exception cref="SchemaSyncException">SSY0221: a function has a head that nothing
    /// can stand in for, or is in the tenant's own schema.</exception>
    public async Task<string> PlaceCallsAsync(Step step, string sql, CancellationToken cancellationToken)
    {
        var tokens = Lexer.Read(sql).Significant;
        if (!ScratchGuard.IsPlanned(tokens)) return sql;
        // From the end, so that what was found stays where it is.
        for (var i = tokens.Count - 4; i >= 0; i--)
        {
            if (!tokens[i + 1].Is(".") || !tokens[i + 3].Is("(") || PostgreSqlText.NameOf(tokens[i]) is not { } schema
                || PostgreSqlText.NameOf(tokens[i + 2]) is not { } name) continue;
            if (schema == "pg_catalog" || session.StandIns.ContainsValue(schema)) continue;
            var functions = await _found.FindAsync(schema, name, cancellationToken).ConfigureAwait(false);
            if (functions.FirstOrDefault(f => f.IsForeign) is not { } foreign) continue;
            if (schema == place.Managed || !functions.All(f => f.IsPlain))
                throw ScratchGuard.NotTried(step.Subject, $"the function {schema}.{name}", foreign.Owner);
            var standIn = await SchemaAsync(schema, cancellationToken).ConfigureAwait(false);
            if (_functions.Add(new(new(schema), new(name))))
                foreach (var function in functions)
                    await RunAsync(function.Create(new(new(standIn), new(name))), cancellationToken).ConfigureAwait(false);
            sql = $"{sql[..tokens[i].Start]}{PostgreSqlText.Quote(new Identifier(standIn))}{sql[tokens[i].End..]}";
        }

        return sql;
    }

    /// <summary>A statement of a plan with the stand-ins' schemas behind each REFERENCES to a table of others.</summary>
    /// <exception cref="SchemaSyncException">SSY0218, SSY0219: there is no such table
    /// or key, or the account may not refer to it.</exception>
    public async Task<string> PlaceAsync(Step step, string sql, CancellationToken cancellationToken)
    {
        var tokens = Lexer.Read(sql).Significant;
        if (tokens.Count < 2 || !(tokens[0].IsWord("CREATE") || tokens[0].IsWord("ALTER")) || !tokens[1].IsWord("TABLE")) return sql;
        await RefuseMembersAsync(step, tokens, cancellationToken).ConfigureAwait(false);
        for (var i = tokens.Count - 4; i > 0; i--)
        {
            if (!tokens[i].IsWord("REFERENCES") || !tokens[i + 2].Is(".")) continue;
            var table = new QualifiedName(new(PostgreSqlText.NameOf(tokens[i + 1])!), new(PostgreSqlText.NameOf(tokens[i + 3])!));
            // What is on scratch by that name is ours.
            if (session.Shared.Contains(table.Schema.Value)) continue;
            var schema = await MakeAsync(step.Subject, table, Columns(tokens, i + 4), cancellationToken).ConfigureAwait(false);
            sql = $"{sql[..tokens[i + 1].Start]}{PostgreSqlText.Quote(new Identifier(schema))}{sql[tokens[i + 1].End..]}";
        }

        return sql;
    }

    // Where an extension is in the tenant's own schema its objects are found there. A key
    // to the real table would keep writers from it, and is not kept.
    private async Task RefuseMembersAsync(Step step, List<SqlToken> tokens, CancellationToken cancellationToken)
    {
        if (session.PlanPath == PostgreSqlPath.Of(place.Schema)) return;
        for (var i = tokens.Count - 2; i > 0; i--)
        {
            if (!tokens[i].IsWord("REFERENCES") || (i + 2 < tokens.Count && tokens[i + 2].Is("."))
                || PostgreSqlText.NameOf(tokens[i + 1]) is not { } name) continue;
            var command = new NpgsqlCommand($"""
                SELECT NOT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE c.relname = {PostgreSqlText.Literal(name)} AND n.nspname = {PostgreSqlText.Literal(place.Schema)})
                  AND EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_depend d
                      ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
                    WHERE c.relname = {PostgreSqlText.Literal(name)} AND n.nspname = {PostgreSqlText.Literal(place.Managed)})
                """, connection);
            await using (command.ConfigureAwait(false))
            {
                if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not true) continue;
                throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.ExternalMissing,
                    step.Subject.ToString(), $"table {name}",
                    "it belongs to an extension in the managed schema, where no foreign key to it can be kept") with
                    {
                        Subject = step.Subject,
                    }]);
            }
        }
    }

    /// <summary>What was read on scratch, with the real names.</summary>
    public static Snapshot Restore(Snapshot read, IReadOnlyDictionary<string, string> schemas)
    {
        if (schemas.Count == 0) return read;
        var real = schemas.ToDictionary(s => s.Value, s => new Identifier(s.Key), StringComparer.Ordinal);
        return new()
        {
            Form = read.Form,
            Objects = read.Objects.Select(o => Restore(o, real)).ToEquatableArray(),
            Unsupported = read.Unsupported,
            Beside = read.Beside,
            Surroundings = read.Surroundings,
        };
    }

    private static TopLevelObject Restore(TopLevelObject subject, Dictionary<string, Identifier> real)
    {
        var named = subject.WithExpressions(text =>
            real.Aggregate(text,
                (t, s) => t.Text.Contains(s.Key, StringComparison.Ordinal) ? PostgreSqlText.RenameIn(t, new(s.Key), s.Value) : t));
        named = named with
        {
            External = named.External
                .Select(e => real.TryGetValue(e.Id.Schema.Value ?? "", out var schema) ? e with { Id = e.Id with { Schema = schema } } : e)
                .ToEquatableArray(),
        };
        return named is not Table table ? named : table with
        {
            ForeignKeys = table.ForeignKeys.Select(k => real.TryGetValue(k.ReferencedTable.Schema.Value ?? "", out var schema)
                ? k with { ReferencedTable = new(schema, k.ReferencedTable.Name) } : k).ToEquatableArray(),
        };
    }

    // Names in parentheses; PERIOD is a word of the server's.
    private static List<Identifier> Columns(List<SqlToken> tokens, int at)
    {
        var columns = new List<Identifier>();
        if (at >= tokens.Count || !tokens[at].Is("(")) return columns;
        for (at++; at < tokens.Count && !tokens[at].Is(")"); at++)
            if (tokens[at].Kind == SqlTokenKind.QuotedName) columns.Add(new(PostgreSqlText.NameOf(tokens[at])!));
        return columns;
    }

    private async Task<string> MakeAsync(ObjectId user, QualifiedName table, List<Identifier> columns, CancellationToken cancellationToken)
    {
        var found = await OutsideTable.FindAsync(connection, table, cancellationToken).ConfigureAwait(false);
        var fault = OutsideTable.OwnFault(user, table, place.Managed) ?? found.Fault(user, columns, reads: false);
        if (fault is not null) throw new SchemaSyncException([fault]);
        var schema = await SchemaAsync(table.Schema.Value, cancellationToken).ConfigureAwait(false);
        if (!_made.Add(table)) return schema;
        // No key but those it has, and no column beside those of its keys: nothing else can be referred to.
        var keyed = found.Columns.Where(c => found.Keys.Any(k => k.Columns.Contains(c.Name))).Select(c => c.Define());
        await RunAsync(
            $"CREATE TABLE {PostgreSqlText.Quote(new QualifiedName(new(schema), table.Name))} "
                + $"({string.Join(", ", keyed.Concat(found.Keys.Select(k => k.Define())))})", cancellationToken)
            .ConfigureAwait(false);
        return schema;
    }

    private async Task<string> SchemaAsync(string real, CancellationToken cancellationToken)
    {
        if (session.StandIns.TryGetValue(real, out var schema)) return schema;
        schema = FormattableString.Invariant($"{place.Schema}_e{session.StandIns.Count}");
        session.StandIns.Add(real, schema);
        await RunAsync($"CREATE SCHEMA {PostgreSqlText.Quote(new Identifier(schema))}", cancellationToken).ConfigureAwait(false);
        // What a script expects is read on scratch by a query that knows nothing of us.
        await RunAsync($"COMMENT ON SCHEMA {PostgreSqlText.Quote(new Identifier(schema))} IS {PostgreSqlText.Literal(real)}",
            cancellationToken).ConfigureAwait(false);
        return schema;
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false)) await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
