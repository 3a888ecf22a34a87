namespace SchemaSync.PostgreSql.Catalog;

/// <summary>A row-level security policy.</summary>
internal sealed record PolicyRow(uint Oid, uint Relation, string Name, bool Permissive,
    string Command, string[] Roles, string? Using, string? Check, string? Comment)
{
    /// <summary>Role 0 is everybody.</summary>
    public const string Sql = """
        WITH ours AS MATERIALIZED (
          SELECT objid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass
              AND refobjid = ANY ($1) AND classid = 'pg_class'::regclass AND deptype = 'n')
        SELECT p.oid, p.polrelid, p.polname::text, p.polpermissive, p.polcmd::text,
          (SELECT json_agg(r.rolname ORDER BY r.rolname)::text FROM pg_roles r WHERE r.oid = ANY (p.polroles)),
          pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid), d.description
        FROM ours JOIN pg_policy p ON p.polrelid = ours.objid
          LEFT JOIN pg_description d ON d.objoid = p.oid AND d.classoid = 'pg_policy'::regclass
        """;

    /// <summary>Reads one row.</summary>
    public static PolicyRow Read(CatalogRow row) => new(
        row.Oid(), row.Oid(), row.Text(), row.Flag(), row.Text(), row.Texts(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull());
}
