namespace SchemaSync.PostgreSql.Kinds;

/// <summary>GRANT and REVOKE.</summary>
internal static class GrantText
{
    /// <summary>GRANT of everything a role has, as one or two statements.</summary>
    public static IEnumerable<string> Grant(TopLevelObject subject, Grant grant) =>
        Grant(subject, grant.Role, grant.Privileges, grant.Grantable);

    /// <summary>GRANT of privileges, of which some may be granted further.</summary>
    public static IEnumerable<string> Grant(TopLevelObject subject, string role,
        IEnumerable<string> privileges, IEnumerable<string> grantable)
    {
        var further = grantable.ToList();
        var plain = privileges.Except(further).ToList();
        if (plain.Count > 0) yield return $"GRANT {string.Join(", ", plain)} ON {On(subject)} TO {To(role)}";
        if (further.Count > 0) yield return $"GRANT {string.Join(", ", further)} ON {On(subject)} TO {To(role)} WITH GRANT OPTION";
    }

    /// <summary>REVOKE of privileges, or of the right alone to grant them further; never CASCADE.</summary>
    public static string Revoke(TopLevelObject subject, string role, IReadOnlyCollection<string> privileges, bool onlyOption = false) =>
        $"REVOKE {(onlyOption ? "GRANT OPTION FOR " : "")}{string.Join(", ", privileges)} ON {On(subject)} FROM {To(role)}";

    /// <summary>
    /// Takes every right from everybody but the owner. A new object has rights that no declaration names: those that everybody has
    /// by default, and the default privileges of whoever creates it (manual, ALTER DEFAULT PRIVILEGES); only the server knows them.
    /// </summary>
    public static string RevokeEverything(TopLevelObject subject)
    {
        var (catalogue, oid, acl, owner) = subject switch
        {
            Routine routine =>
                ("pg_proc", $"{PostgreSqlText.Literal(BodyText.Named(routine))}::pg_catalog.regprocedure",
                    "coalesce(o.proacl, pg_catalog.acldefault('f', o.proowner))", "o.proowner"),
            Table or View or MaterializedView or Sequence =>
                ("pg_class", $"{PostgreSqlText.Literal(PostgreSqlText.Quote(subject.Name))}::pg_catalog.regclass",
                    "o.relacl", "o.relowner"),
            Schema => ("pg_namespace", $"{PostgreSqlText.Literal(PostgreSqlText.Quote(subject.Name))}::pg_catalog.regnamespace",
                "o.nspacl", "o.nspowner"),
            _ => ("pg_type", $"{PostgreSqlText.Literal(PostgreSqlText.Quote(subject.Name))}::pg_catalog.regtype",
                "coalesce(o.typacl, pg_catalog.acldefault('T', o.typowner))", "o.typowner"),
        };
        var block = $"""
            BEGIN EXECUTE coalesce((
              SELECT pg_catalog.string_agg(DISTINCT {PostgreSqlText.Literal($"REVOKE ALL ON {On(subject)} FROM ")} OPERATOR(pg_catalog.||)
                CASE WHEN x.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC'
                    ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(x.grantee)) END, '; ')
              FROM pg_catalog.{catalogue} o CROSS JOIN LATERAL pg_catalog.aclexplode({acl}) x
              WHERE o.oid OPERATOR(pg_catalog.=) {oid}::pg_catalog.oid AND x.grantee OPERATOR(pg_catalog.<>) {owner}), '');
            END
            """;
        return block.Contains("$grants$", StringComparison.Ordinal) ? $"DO {PostgreSqlText.Literal(block)}" : $"DO $grants${block}$grants$";
    }

    private static string On(TopLevelObject subject) => subject switch
    {
        Table or View or MaterializedView => $"TABLE {PostgreSqlText.Quote(subject.Name)}",
        Schema => $"SCHEMA {PostgreSqlText.Quote(subject.Name)}",
        Sequence => $"SEQUENCE {PostgreSqlText.Quote(subject.Name)}",
        Routine routine => $"ROUTINE {BodyText.Named(routine)}",
        _ => $"TYPE {PostgreSqlText.Quote(subject.Name)}",
    };

    private static string To(string role) => role == Model.Objects.Grant.Everybody ? "PUBLIC" : Q(new Identifier(role));

    private static string Q(Identifier name) => PostgreSqlText.Quote(name);
}
