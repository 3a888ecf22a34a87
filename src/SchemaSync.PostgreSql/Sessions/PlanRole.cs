using Npgsql;

namespace SchemaSync.PostgreSql.Sessions;

/// <summary>
/// The role that statements of a plan run as, where one is given: what they may touch is then for the server to say. Everything of ours
/// around them, the ledger too, runs as the account. It is no wall against SQL that takes the role off again.
/// </summary>
/// <param name="name">Null for none.</param>
/// <param name="schema">The schema that it has to be confined to.</param>
internal sealed class PlanRole(string? name, string schema)
{
    /// <summary>The account's own rights.</summary>
    public static PlanRole None { get; } = new(null, "");

    // Who may act as the owner of another schema may do there what he likes.
    private const string Reasons = """
        SELECT CASE WHEN r.oid IS NULL THEN 'there is no such role'
          WHEN NOT pg_has_role(r.oid, 'MEMBER') THEN 'the account is no member of it (GRANT it to ' || quote_ident(current_user) || ')'
          WHEN r.rolsuper THEN 'it is a superuser'
          ELSE 'it may act as the owner of the schema ' || (SELECT n.nspname FROM pg_namespace n WHERE n.nspname <> $2
            AND n.nspname !~ '^(pg_|information_schema$)' AND pg_has_role(r.oid, n.nspowner, 'USAGE') ORDER BY 1 LIMIT 1) END
        FROM (SELECT 1) one LEFT JOIN pg_roles r ON r.rolname = $1
        """;

    /// <summary>What comes before a statement: one statement, or none.</summary>
    public IReadOnlyList<string> Enter { get; } = name is null ? [] : [$"SET ROLE {PostgreSqlText.Quote(new Identifier(name))}"];

    /// <summary>What follows it.</summary>
    public IReadOnlyList<string> Leave { get; } = name is null ? [] : ["RESET ROLE"];

    /// <summary>Looks whether the role is confined.</summary>
    /// <exception cref="SchemaSyncException">SSY0247: it is not.</exception>
    public async Task RequireAsync(NpgsqlConnection connection, string displayName, CancellationToken cancellationToken)
    {
        if (name is null) return;
        var command = new NpgsqlCommand(Reasons, connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = name }, new NpgsqlParameter<string> { TypedValue = schema } },
        };
        await using (command.ConfigureAwait(false))
        {
            if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is string reason)
                throw new SchemaSyncException(InspectionDiagnostics.RoleNotConfined, displayName, name, reason);
        }
    }
}
