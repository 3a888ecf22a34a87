namespace SchemaSync.Engine;

/// <summary>
/// Rights and owner of a body that is dropped and made again. Snapshots say nothing about rights, so the server writes down what
/// there is just before the drop, as statements in a setting of the session, and runs them after the object is back.
/// </summary>
internal static class KeptGrants
{
    /// <summary>Writes them down.</summary>
    public static string Keep(SchemaObject body) => body is Routine routine ? Keep(routine) : $"""
        SELECT set_config('{Setting(body)}', coalesce((
          SELECT string_agg(s, '; ') FROM (
            SELECT format('ALTER {body.Kind.ToUpperInvariant()} %s OWNER TO %I', c.oid::regclass, pg_get_userbyid(c.relowner)) AS s FROM pg_class c WHERE c.oid = {Class(body)} AND pg_get_userbyid(c.relowner) <> current_user
            UNION ALL SELECT format('GRANT %s ON %s TO %s%s', a.privilege_type, c.oid::regclass, {Grantee}, {Option}) FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a WHERE c.oid = {Class(body)} AND a.grantee <> c.relowner
            UNION ALL SELECT format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, t.attrelid::regclass, {Grantee}, {Option}) FROM pg_attribute t CROSS JOIN LATERAL aclexplode(t.attacl) a WHERE t.attrelid = {Class(body)} AND t.attnum > 0) kept), ''), false)
        """;

    /// <summary>Gives them again.</summary>
    public static string Give(SchemaObject body) => $"DO $$BEGIN EXECUTE current_setting('{Setting(body)}'); END$$";

    // Everybody may call a new function; one that not everybody could must not become one that everybody can.
    private static string Keep(Routine routine) => $"""
        SELECT set_config('{Setting(routine)}', coalesce((
          SELECT string_agg(s, '; ') FROM (
            SELECT format('ALTER ROUTINE %s OWNER TO %I', p.oid::regprocedure, pg_get_userbyid(p.proowner)) AS s FROM pg_proc p WHERE p.oid = {Procedure(routine)} AND pg_get_userbyid(p.proowner) <> current_user
            UNION ALL SELECT format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', p.oid::regprocedure) FROM pg_proc p WHERE p.oid = {Procedure(routine)} AND p.proacl IS NOT NULL
            UNION ALL SELECT format('GRANT %s ON ROUTINE %s TO %s%s', a.privilege_type, p.oid::regprocedure, {Grantee}, {Option}) FROM pg_proc p CROSS JOIN LATERAL aclexplode(p.proacl) a WHERE p.oid = {Procedure(routine)} AND a.grantee <> p.proowner) kept), ''), false)
        """;

    private const string Grantee = "CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END";
    private const string Option = "CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END";

    private static string Class(SchemaObject body) => $"{PostgreSqlText.Literal(PostgreSqlText.Quote(body.Name))}::regclass";

    private static string Procedure(Routine routine) => $"{PostgreSqlText.Literal(BodyText.Named(routine))}::regprocedure";

    private static string Setting(SchemaObject body) => $"schemasync.{TemporaryName.Of("grants", new(body.Kind), new(body.Key)).Value.TrimStart('_')}";
}
