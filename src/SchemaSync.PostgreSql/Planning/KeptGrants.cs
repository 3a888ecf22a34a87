namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// Rights and owner of a body that is dropped and made again. Snapshots say nothing about rights, so the server writes down what
/// there is just before the drop, as statements in a setting of the session, and runs them after the object is back.
/// </summary>
internal static class KeptGrants
{
    /// <summary>Writes them down.</summary>
    /// <param name="body">As it is called when they are given again.</param>
    /// <param name="present">As it is now, where that is another.</param>
    public static string Keep(TopLevelObject body, TopLevelObject? present = null) => body is Routine routine
        ? Keep(routine, (Routine)(present ?? routine)) : $"""
        SELECT pg_catalog.set_config('{Setting(body)}', coalesce((
          SELECT pg_catalog.string_agg(s, '; ') FROM (
            SELECT pg_catalog.format('ALTER {body.Kind.Name.ToUpperInvariant()} %s OWNER TO %I', c.oid::pg_catalog.regclass,
                pg_catalog.pg_get_userbyid(c.relowner)) AS s FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) {Class(body)}
                AND pg_catalog.pg_get_userbyid(c.relowner) OPERATOR(pg_catalog.<>) current_user
            UNION ALL SELECT pg_catalog.format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::pg_catalog.regclass, {Grantee}, {Option})
                FROM pg_catalog.pg_class c CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) a
                WHERE c.oid OPERATOR(pg_catalog.=) {Class(body)} AND a.grantee OPERATOR(pg_catalog.<>) c.relowner
            UNION ALL SELECT pg_catalog.format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::pg_catalog.regclass,
                {Grantee}, {Option}) FROM pg_catalog.pg_attribute t CROSS JOIN LATERAL pg_catalog.aclexplode(t.attacl) a
                WHERE t.attrelid OPERATOR(pg_catalog.=) {Class(body)} AND t.attnum OPERATOR(pg_catalog.>) 0) kept), ''), false)
        """;

    /// <summary>Gives them again.</summary>
    public static string Give(TopLevelObject body) => $"DO $$BEGIN EXECUTE pg_catalog.current_setting('{Setting(body)}'); END$$";

    // Everybody may call a new function; one that not everybody could must not become one that everybody can.
    private static string Keep(Routine routine, Routine present) => $"""
        SELECT pg_catalog.set_config('{Setting(routine)}', coalesce((
          SELECT pg_catalog.string_agg(s, '; ') FROM (
            SELECT pg_catalog.format('ALTER ROUTINE %s OWNER TO %I', {Printed(routine, present)},
                pg_catalog.pg_get_userbyid(p.proowner)) AS s FROM pg_catalog.pg_proc p
                WHERE p.oid OPERATOR(pg_catalog.=) {Procedure(present)}
                AND pg_catalog.pg_get_userbyid(p.proowner) OPERATOR(pg_catalog.<>) current_user
            UNION ALL SELECT pg_catalog.format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', {Printed(routine, present)})
                FROM pg_catalog.pg_proc p WHERE p.oid OPERATOR(pg_catalog.=) {Procedure(present)}
            UNION ALL SELECT pg_catalog.format('GRANT %s ON ROUTINE %s TO %s%s', a.privilege_type, {Printed(routine, present)},
                {Grantee}, {Option}) FROM pg_catalog.pg_proc p
                CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) a
                WHERE p.oid OPERATOR(pg_catalog.=) {Procedure(present)} AND a.grantee OPERATOR(pg_catalog.<>) p.proowner) kept), ''), false)
        """;

    private const string Grantee =
        "CASE WHEN a.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC' ELSE "
            + "pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END";
    private const string Option = "CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END";

    // By then its arguments are of types that are called otherwise.
    private static string Printed(Routine routine, Routine present) => routine.Signature == present.Signature
        ? "p.oid::pg_catalog.regprocedure" : $"{PostgreSqlText.Literal(BodyText.Named(routine))}::pg_catalog.text";

    private static string Class(TopLevelObject body) =>
        $"{PostgreSqlText.Literal(PostgreSqlText.Quote(body.Name))}::pg_catalog.regclass::pg_catalog.oid";

    private static string Procedure(Routine routine) =>
        $"{PostgreSqlText.Literal(BodyText.Named(routine))}::pg_catalog.regprocedure::pg_catalog.oid";

    private static string Setting(TopLevelObject body) =>
        $"schemasync.{TemporaryName.Of("grants", new Identifier(body.Kind.Name), new Identifier(body.Key)).Value.TrimStart('_')}";
}
