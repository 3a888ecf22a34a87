using Npgsql;

namespace SchemaSync.PostgreSql.Outside;

/// <summary>Roles that are to own schemas: they belong to the server, so they are never made,
/// and the account has to be a member to give something away.</summary>
internal static class OutsideRoles
{
    private const string Query = """
        SELECT w.name, r.oid IS NOT NULL FROM unnest($1) w(name) LEFT JOIN pg_roles r ON r.rolname::text = w.name
        WHERE r.oid IS NULL OR NOT pg_has_role(r.oid, 'MEMBER')
        """;

    /// <summary>One finding (SSY0218, SSY0219) for each that is not there, or that the account is no member of.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> FindMissingAsync(NpgsqlConnection connection,
        IReadOnlyList<ExternalNeed> needs, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        if (needs.Count == 0) return found;
        var users = needs.ToLookup(n => n.Target, n => n.User);
        var names = new NpgsqlParameter<string[]>
        {
            TypedValue = [.. users.Select(u => u.Key.Name.Value)],
            NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text,
        };
        var command = new NpgsqlCommand(Query, connection) { Parameters = { names } };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    var role = reader.GetString(0);
                    found.AddRange(users[ObjectId.Top(ObjectKind.Role, new(role))].Select(u =>
                        reader.GetBoolean(1) ? Refused(u, role) : Missing(u, role)));
                }
            }
        }

        return found;
    }

    /// <summary>What the server says on scratch about the role that is to own a schema; null where it speaks of something else.</summary>
    public static Diagnostic? Fault(ObjectId user, PostgresException refused)
    {
        if (OwnerIn(refused.BatchCommand?.CommandText ?? "") is not { } role) return null;
        return refused.SqlState switch
        {
            PostgresErrorCodes.UndefinedObject => Missing(user, role),
            // Its sentences are of its own language; the name in them is not.
            PostgresErrorCodes.InsufficientPrivilege when refused.MessageText.Contains(role, StringComparison.Ordinal) =>
                Refused(user, role),
            _ => null,
        };
    }

    /// <summary>The role behind AUTHORIZATION, or behind OWNER TO.</summary>
    private static string? OwnerIn(string sql)
    {
        var tokens = Lexer.Read(sql).Significant;
        var at = tokens.FindIndex(t => t.IsWord("AUTHORIZATION"));
        if (at < 0) at = tokens.FindIndex(t => t.IsWord("OWNER")) is >= 0 and var owner ? owner + 1 : -1;
        return at >= 0 && at + 1 < tokens.Count ? PostgreSqlText.NameOf(tokens[at + 1]) : null;
    }

    private static Diagnostic Missing(ObjectId user, string role) =>
        Diagnostic.Of(InspectionDiagnostics.ExternalMissing, user.ToString(), $"role {role}",
            "this server has no such role") with { Subject = user };

    private static Diagnostic Refused(ObjectId user, string role) =>
        Diagnostic.Of(InspectionDiagnostics.ExternalRefused, user.ToString(), $"role {role}",
            $"give it anything, because it is no member (GRANT {PostgreSqlText.Quote(new Identifier(role))} TO the account)") with
            {
                Subject = user,
            };
}
