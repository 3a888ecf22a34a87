using Npgsql;

namespace SchemaSync.PostgreSql.Outside;

/// <summary>
/// Functions and operators of others in a managed schema that bear the name of one of the server's own, or of ours. A text of a declaration
/// is resolved there, and the server takes what fits better: <c>array_length(text[], integer)</c> before its own <c>array_length(anyarray,
/// integer)</c>. So a statement that names one is not run by an account that has other rights than its owner.
/// </summary>
internal sealed class Impostors
{
    private const string Query = $"""
        SELECT p.proname::text, o.rolname::text, true,
          EXISTS (SELECT FROM pg_proc s WHERE s.proname = p.proname AND s.pronamespace = 'pg_catalog'::regnamespace)
          OR EXISTS (SELECT FROM pg_proc s JOIN pg_roles o ON o.oid = s.proowner WHERE s.proname = p.proname
              AND s.pronamespace = p.pronamespace AND NOT ({ScratchGuard.Foreign})),
          CASE WHEN n.nspname <> $2 THEN n.nspname::text ELSE '' END,
              replace(oidvectortypes(p.proargtypes), concat(quote_ident($2), '.'), '')
        FROM pg_proc p JOIN pg_roles o ON o.oid = p.proowner JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname::text = ANY ($1)
            AND {ScratchGuard.Foreign}
        UNION ALL SELECT p.oprname::text, o.rolname::text, false,
          EXISTS (SELECT FROM pg_operator s WHERE s.oprname = p.oprname AND s.oprnamespace = 'pg_catalog'::regnamespace)
          OR EXISTS (SELECT FROM pg_operator s JOIN pg_roles o ON o.oid = s.oprowner WHERE s.oprname = p.oprname
              AND s.oprnamespace = p.oprnamespace AND NOT ({ScratchGuard.Foreign})), '', ''
        FROM pg_operator p JOIN pg_roles o ON o.oid = p.oprowner JOIN pg_namespace n ON n.oid = p.oprnamespace
            WHERE n.nspname::text = ANY ($1) AND {ScratchGuard.Foreign}
        """;

    // Whatever is in a schema depends on it. Most have no routine and no operator, and to plan the query takes longer than to ask that.
    private const string Any = """
        SELECT EXISTS (SELECT FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass
          AND refobjid IN (SELECT oid FROM pg_namespace WHERE nspname::text = ANY ($1))
          AND classid IN ('pg_proc'::regclass, 'pg_operator'::regclass))
        """;

    // Words behind which the server looks for operators (manual, Row and Array Comparisons, CASE, NULLIF, Joined Tables).
    private static readonly string[] Comparing = ["IN", "BETWEEN", "NULLIF", "LIKE", "ILIKE", "SIMILAR", "USING", "NATURAL"];

    // What heads and commands call by its signature is exactly that.
    private static readonly string[] Heads = ["FUNCTION", "PROCEDURE", "ROUTINE"];

    private readonly List<Found> _found = [];
    private readonly Dictionary<string, string> _functions = new(StringComparer.Ordinal), _operators = new(StringComparer.Ordinal);

    private Impostors()
    {
    }

    /// <summary>Those in the managed schemas, the own one first.</summary>
    public static async Task<Impostors> FindAsync(NpgsqlConnection connection, string[] schemas, CancellationToken cancellationToken)
    {
        var found = new Impostors();
        var any = new NpgsqlCommand(Any, connection) { Parameters = { new NpgsqlParameter<string[]> { TypedValue = schemas } } };
        await using (any.ConfigureAwait(false))
            if (await any.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not true) return found;
        var command = new NpgsqlCommand(Query,
            connection)
            {
                Parameters = { new NpgsqlParameter<string[]> { TypedValue = schemas },
                    new NpgsqlParameter<string> { TypedValue = schemas[0] } },
            };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    found._found.Add(new(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), reader.GetBoolean(3),
                        reader.GetString(4), reader.GetString(5)));
            }
        }

        return found;
    }

    /// <summary>Looks at a plan before it runs.</summary>
    /// <exception cref="SchemaSyncException">SSY0222: a statement or a question to the rows may call one of them.</exception>
    public void Refuse(Plan plan)
    {
        var routines = plan.From.Objects.Concat(plan.To.Objects).OfType<Routine>().ToList();
        // Whoever owns what is declared: its code is the declared one. What was nobody's rival is one beside what the plan makes.
        var declared = plan.To.Objects.OfType<Routine>()
            .Select(r => (r.Name.Schema.Value ?? "", r.Name.Name.Value, r.Signature ?? "")).ToHashSet();
        var called = routines.Select(r => r.Name.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var found in _found.Where(f =>
            f.IsFunction && (f.IsRival || called.Contains(f.Name)) && !declared.Contains((f.Schema, f.Name, f.Signature))))
                _functions[found.Name] = found.Owner;
        foreach (var found in _found.Where(f => !f.IsFunction && f.IsRival)) _operators[found.Name] = found.Owner;
        if (_functions.Count + _operators.Count == 0) return;
        foreach (var check in plan.DataChecks) Refuse(check.Sql, check.Subject);
        foreach (var step in plan.Steps)
        {
            Refuse(step.Sql, step.Subject);
            if (step.TransactionalSql is { } transactional) Refuse(transactional, step.Subject);
        }

        // A body is resolved where it is called, and a check or an index of the plan may call one that was there before.
        foreach (var routine in routines) Refuse(routine.Body.Text, ObjectId.Of(routine));
    }

    private void Refuse(string sql, ObjectId subject)
    {
        var tokens = Lexer.Read(sql).Significant;
        for (var i = 0; i < tokens.Count; i++)
        {
            var next = i + 1 < tokens.Count ? tokens[i + 1] : default;
            var isQualified = i > 0 && tokens[i - 1].Is(".");
            // A constant may be a body, or what query_to_xml and the like run.
            if (tokens[i].Kind == SqlTokenKind.String) Refuse(ConstantOf(tokens[i].ToString()), subject);
            // What a body puts together nobody knows.
            if (tokens[i].IsWord("EXECUTE") && i + 1 < tokens.Count && !next.IsWord("FUNCTION") && !next.IsWord("PROCEDURE"))
                throw NotRun(subject, "what is run as text, and so perhaps " + First().What, First().Owner);
            if (next.Is("(")) RefuseCall(tokens, i, isQualified, subject);
            if (_operators.Count > 0 && !isQualified) RefuseOperator(tokens[i], next, subject);
        }
    }

    // What stands behind the server's own schema is looked for there.
    private void RefuseCall(List<SqlToken> tokens, int at, bool isQualified, ObjectId subject)
    {
        var isServers = isQualified && at > 1 && PostgreSqlText.NameOf(tokens[at - 2]) == "pg_catalog";
        if (isServers || Array.Exists(Heads, tokens[HeadOf(at, isQualified)].IsWord)) return;
        if (PostgreSqlText.NameOf(tokens[at]) is { } name && _functions.TryGetValue(name, out var owner))
            throw NotRun(subject, $"the function {name}", owner);
    }

    private void RefuseOperator(SqlToken token, SqlToken next, ObjectId subject)
    {
        if (token.Kind == SqlTokenKind.Operator && _operators.TryGetValue(token.ToString(), out var owner))
            throw NotRun(subject, $"the operator {token}", owner);
        var compares = Array.Exists(Comparing, token.IsWord) || (token.IsWord("CASE") && !next.IsWord("WHEN"))
            || (token.IsWord("DISTINCT") && next.IsWord("FROM"));
        if (compares) throw NotRun(subject, $"the operator {_operators.Keys.First()}", _operators.Values.First());
    }

    // Where the word before a name is, behind its schema.
    private static int HeadOf(int name, bool isQualified) => Math.Max(0, isQualified ? name - 3 : name - 1);

    private (string What, string Owner) First() => _functions.Count > 0
        ? ($"the function {_functions.Keys.First()}", _functions.Values.First())
        : ($"the operator {_operators.Keys.First()}", _operators.Values.First());

    private static string ConstantOf(string token)
    {
        var quote = token.IndexOf('\'', StringComparison.Ordinal);
        if (token[0] != '$') return token.Length > quote + 1 ? token[(quote + 1)..^1].Replace("''", "'", StringComparison.Ordinal) : "";
        var tag = token.IndexOf('$', 1) + 1;
        return token[tag..^tag];
    }

    private static SchemaSyncException NotRun(ObjectId subject, string what, string owner) =>
        new([Diagnostic.Of(InspectionDiagnostics.NotRun, what, owner) with { Subject = subject }]);

    private sealed record Found(string Name, string Owner, bool IsFunction, bool IsRival, string Schema, string Signature);
}
