using Npgsql;

namespace SchemaSync.PostgreSql.Scratch;

/// <summary>
/// Keeps statements on scratch from reaching functions outside it that others own: the server would call them with the rights of the
/// account as soon as their arguments are constant. Tokens are enough: a function cannot be called without its name.
/// </summary>
internal sealed class ScratchGuard(NpgsqlConnection connection, RunnerPlace place)
{
    // A superuser, the account itself, and whoever it may act for, unless it may act for everybody.
    public const string Foreign = """
        NOT o.rolsuper AND o.rolname <> current_user
            AND (NOT pg_has_role(o.oid, 'USAGE') OR EXISTS (SELECT FROM pg_roles r WHERE r.rolname = current_user AND r.rolsuper))
        """;

    // Of the managed schema: routines and domains that none of the scratch schema stands
    // before, and all operators but those on types that are out of reach.
    private const string Shared = $"""
        SELECT p.proname::text, o.rolname::text, true FROM pg_proc p JOIN pg_roles o ON o.oid = p.proowner JOIN pg_namespace n
            ON n.oid = p.pronamespace
        WHERE n.nspname = $1 AND {Foreign} AND NOT EXISTS (SELECT FROM pg_proc s JOIN pg_namespace m ON m.oid = s.pronamespace
          WHERE m.nspname = $2 AND s.proname = p.proname
            AND replace(oidvectortypes(s.proargtypes), quote_ident($2) || '.', '') = replace(oidvectortypes(p.proargtypes),
                quote_ident($1) || '.', ''))
        UNION ALL SELECT p.oprname::text, o.rolname::text, false FROM pg_operator p JOIN pg_roles o ON o.oid = p.oprowner
            JOIN pg_namespace n ON n.oid = p.oprnamespace
        WHERE n.nspname = $1 AND {Foreign}
          AND NOT EXISTS (SELECT FROM pg_type t WHERE t.oid IN (p.oprleft, p.oprright) AND t.typnamespace = n.oid)
        UNION ALL SELECT t.typname::text, o.rolname::text, true FROM pg_type t JOIN pg_roles o ON o.oid = t.typowner JOIN pg_namespace n
            ON n.oid = t.typnamespace
        WHERE n.nspname = $1 AND t.typtype = 'd' AND {Foreign}
          AND NOT EXISTS (SELECT FROM pg_type s JOIN pg_namespace m ON m.oid = s.typnamespace WHERE m.nspname = $2
              AND s.typname = t.typname)
        """;

    // Functions of others in the checks of a domain, which the server runs as soon as
    // it reads a constant of the type or of one that holds it.
    private const string Checked = $"""
        WITH RECURSIVE held(oid) AS (
          SELECT t.oid FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE n.nspname = $1 AND t.typname = $2
          UNION SELECT x.oid FROM held JOIN pg_type t ON t.oid = held.oid CROSS JOIN LATERAL (
            SELECT t.typbasetype WHERE t.typtype = 'd' UNION ALL SELECT t.typelem WHERE t.typelem <> 0 UNION ALL SELECT r.rngsubtype
                FROM pg_range r WHERE r.rngtypid = t.oid
            UNION ALL SELECT a.atttypid FROM pg_attribute a WHERE t.typrelid <> 0 AND a.attrelid = t.typrelid AND a.attnum > 0
                AND NOT a.attisdropped) x(oid))
        SELECT p.proname::text, o.rolname::text, true FROM held JOIN pg_constraint k ON k.contypid = held.oid
          JOIN pg_depend d ON d.classid = 'pg_constraint'::regclass AND d.objid = k.oid AND d.refclassid = 'pg_proc'::regclass
          JOIN pg_proc p ON p.oid = d.refobjid JOIN pg_roles o ON o.oid = p.proowner
        WHERE {Foreign}
        """;

    // Stored as they are, and planned only when somebody uses them.
    private static readonly string[] Unplanned = ["OR", "FUNCTION", "PROCEDURE", "VIEW", "MATERIALIZED",
        "TRIGGER", "CONSTRAINT", "POLICY", "EXTENSION", "TYPE", "SEQUENCE"];

    private readonly HashSet<(string, string)> _looked = [];
    private HashSet<string> _shared = [];

    /// <summary>Whether the server plans what a statement holds, and so computes what is constant.</summary>
    public static bool IsPlanned(List<SqlToken> tokens) =>
        tokens.Count > 1 && !(tokens[0].IsWord("CREATE") && Array.Exists(Unplanned, tokens[1].IsWord));

    /// <summary>The managed schema is looked through as well from now on.</summary>
    public async Task ShareAsync(CancellationToken cancellationToken)
    {
        var found = await AskAsync(Shared, place.Managed, place.Schema, cancellationToken).ConfigureAwait(false);
        // Which operator IN or BETWEEN stand for is in no token.
        if (found.FirstOrDefault(f => !f.IsRoutine) is { Name: not null } one)
            throw NotTried(ObjectId.Top(ObjectKind.Schema, new(place.Managed)), $"the operator {one.Name}", one.Owner);
        _shared = [.. found.Select(f => f.Name)];
    }

    /// <summary>Looks at a statement before it runs.</summary>
    /// <exception cref="SchemaSyncException">SSY0221: it calls a function of somebody else.</exception>
    public async Task CheckAsync(Step step, List<SqlToken> tokens, CancellationToken cancellationToken)
    {
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (!tokens[i + 1].Is(".") || PostgreSqlText.NameOf(tokens[i]) is not { } schema
                || PostgreSqlText.NameOf(tokens[i + 2]) is not { } type) continue;
            if (schema == "pg_catalog" || !_looked.Add((schema, type))) continue;
            var called = await AskAsync(Checked, schema, type, cancellationToken).ConfigureAwait(false);
            if (called.Count > 0)
                throw NotTried(step.Subject, $"the function {called[0].Name} in a check of the type {schema}.{type}", called[0].Owner);
        }

        if (!IsPlanned(tokens)) return;
        var names = tokens.Select(PostgreSqlText.NameOf).Where(n => n is not null && _shared.Contains(n)).ToHashSet();
        if (names.Count == 0) return;
        // By now the scratch schema may have its own.
        var found = (await AskAsync(Shared, place.Managed, place.Schema, cancellationToken).ConfigureAwait(false)).FirstOrDefault(f =>
            f.IsRoutine && names.Contains(f.Name));
        if (found.Name is not null) throw NotTried(step.Subject, $"code of {found.Name}", found.Owner);
    }

    private async Task<List<(string Name, string Owner, bool IsRoutine)>> AskAsync(string sql,
        string first, string second, CancellationToken cancellationToken)
    {
        var found = new List<(string, string, bool)>();
        var command = new NpgsqlCommand(sql,
            connection)
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = first }, new NpgsqlParameter<string> { TypedValue = second } },
            };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    found.Add((reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
            }
        }

        return found;
    }

    /// <summary>A refusal.</summary>
    public static SchemaSyncException NotTried(ObjectId subject, string what, string owner) =>
        new([Diagnostic.Of(InspectionDiagnostics.NotTried, subject.ToString(),
            $"it would call {what}, which belongs to {owner}") with { Subject = subject }]);
}
