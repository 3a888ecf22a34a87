using Npgsql;

namespace SchemaSync.PostgreSql.Outside;

/// <summary>
/// Functions of others that declared SQL would run, with the rights of who deploys, which are not their owner's: those that it names, and
/// those that hang on what it names, as triggers, defaults, checks, policies and views do. What is declared is run whoever owns it.
/// </summary>
internal static class HookedCode
{
    // What the server runs for a relation, it knows as a need of one of these. A view reads others.
    private const string Query = $"""
        WITH RECURSIVE spoken(oid, name) AS (
          SELECT c.oid, n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relname::text = ANY ($1) AND (n.nspname::text = ANY ($2) OR n.nspname::text = ANY ($1))
          UNION SELECT x.oid, s.name FROM spoken s CROSS JOIN LATERAL (
            SELECT d.refobjid FROM pg_rewrite r JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
              AND d.refclassid = 'pg_class'::regclass WHERE r.ev_class = s.oid
            UNION ALL SELECT i.inhrelid FROM pg_inherits i WHERE i.inhparent = s.oid) x(oid)),
        parts(class, oid, name) AS (
          SELECT 'pg_class'::regclass, oid, name FROM spoken
          UNION ALL SELECT 'pg_class'::regclass, i.indexrelid, s.name FROM spoken s JOIN pg_index i ON i.indrelid = s.oid
          UNION ALL SELECT 'pg_attrdef'::regclass, a.oid, s.name FROM spoken s JOIN pg_attrdef a ON a.adrelid = s.oid
          UNION ALL SELECT 'pg_constraint'::regclass, k.oid, s.name FROM spoken s JOIN pg_constraint k ON k.conrelid = s.oid
          UNION ALL SELECT 'pg_policy'::regclass, p.oid, s.name FROM spoken s JOIN pg_policy p ON p.polrelid = s.oid
          UNION ALL SELECT 'pg_rewrite'::regclass, r.oid, s.name FROM spoken s JOIN pg_rewrite r ON r.ev_class = s.oid
          UNION ALL SELECT 'pg_trigger'::regclass, t.oid, s.name FROM spoken s JOIN pg_trigger t ON t.tgrelid = s.oid
            WHERE t.tgenabled <> 'D')
        SELECT DISTINCT x.name, f.nspname::text, p.proname::text, o.rolname::text FROM (
          SELECT p.name, d.refobjid AS oid FROM parts p JOIN pg_depend d ON d.classid = p.class AND d.objid = p.oid
            AND d.refclassid = 'pg_proc'::regclass
          UNION ALL SELECT n.nspname || '.' || p.proname, p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE p.proname::text = ANY ($1) AND (n.nspname::text = ANY ($2) OR n.nspname::text = ANY ($1))) x
        JOIN pg_proc p ON p.oid = x.oid JOIN pg_namespace f ON f.oid = p.pronamespace JOIN pg_roles o ON o.oid = p.proowner
        WHERE {ScratchGuard.Foreign} ORDER BY 1, 2, 3
        """;

    /// <summary>Looks at a plan before it runs.</summary>
    /// <exception cref="SchemaSyncException">SSY0242: declared SQL would run such a function.</exception>
    public static async Task RefuseAsync(NpgsqlConnection connection, Plan plan, string[] schemas, CancellationToken cancellationToken)
    {
        var declared = plan.To.Objects.OfType<Routine>()
            .Select(r => ($"{(r.Name.Schema.IsEmpty ? schemas[0] : r.Name.Schema.Value)}", r.Name.Name.Value)).ToHashSet();
        foreach (var hook in plan.Steps.Where(s => s.IsHook || s.Subject.Kind == ObjectKind.SqlObject))
        {
            string[] names = [.. Names(hook.Sql).Select(n => n == Home.Placeholder ? schemas[0] : n).Distinct()];
            foreach (var (spoken, schema, function, owner) in
                await FindAsync(connection, names, schemas, cancellationToken).ConfigureAwait(false))
            {
                if (declared.Contains((schema, function))) continue;
                throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.HookRunsCodeOfOthers,
                    hook.IsHook ? hook.Written : $"{hook.Subject}",
                    spoken == $"{schema}.{function}" ? spoken : $"{spoken}, which runs {schema}.{function}", owner)
                    with { Subject = hook.Subject }]);
            }
        }
    }

    // A constant may be a body, or what is run as text.
    private static IEnumerable<string> Names(string sql)
    {
        foreach (var token in Lexer.Read(sql).Significant)
        {
            if (PostgreSqlText.NameOf(token) is { } name) yield return name;
            if (token.Kind != SqlTokenKind.String) continue;
            var text = token.ToString();
            var inner = text[0] == '$' && text.IndexOf('$', 1) is > 0 and var end ? text[(end + 1)..^(end + 1)]
                : text.Trim('\'').Replace("''", "'", StringComparison.Ordinal);
            if (inner.Length < text.Length) foreach (var word in Names(inner)) yield return word;
        }
    }

    private static async Task<List<(string Spoken, string Schema, string Function, string Owner)>> FindAsync(
        NpgsqlConnection connection, string[] names, string[] schemas, CancellationToken cancellationToken)
    {
        var found = new List<(string, string, string, string)>();
        var command = new NpgsqlCommand(Query, connection)
        {
            Parameters = { new NpgsqlParameter<string[]> { TypedValue = names }, new NpgsqlParameter<string[]> { TypedValue = schemas } },
        };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    found.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
            }
        }

        return found;
    }
}
