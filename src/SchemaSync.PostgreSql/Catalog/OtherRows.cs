namespace SchemaSync.PostgreSql.Catalog;

/// <summary>An extension of the database, wherever its objects are.</summary>
internal sealed record ExtensionRow(string Name, string Version, string? Schema)
{
    /// <summary>An extension belongs to the database, not to a schema; PL/pgSQL is always there.</summary>
    public const string Sql = """
        SELECT e.extname::text, e.extversion, CASE WHEN e.extnamespace <> ($1)[1] THEN (SELECT nspname::text FROM pg_namespace WHERE oid = e.extnamespace) END
        FROM pg_extension e
        WHERE e.extname <> 'plpgsql'
        """;

    /// <summary>Reads one row.</summary>
    public static ExtensionRow Read(CatalogRow row) => new(row.Text(), row.Text(), row.TextOrNull());
}

/// <summary>An object that an extension brought along: it is the extension's, wherever it is.</summary>
internal sealed record MemberRow(uint Class, uint Object)
{
    /// <summary>Every member of every extension.</summary>
    public const string Sql = "SELECT classid, objid FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e' AND ($1)[1] IS NOT NULL";

    /// <summary>Reads one row.</summary>
    public static MemberRow Read(CatalogRow row) => new(row.Oid(), row.Oid());
}

/// <summary>An object of a kind we have no word for: it is refused by name, never passed over.</summary>
internal sealed record OtherRow(uint Class, uint Object, ObjectKind Kind, string Name, uint Relation, uint Schema)
{
    /// <summary>Everything else the schema holds, and what hangs on its tables without being part of them.</summary>
    public const string Sql = """
        SELECT o.classid, o.objid, i.type, coalesce(i.name, i.identity), CASE WHEN o.classid = 'pg_statistic_ext'::regclass THEN (SELECT s.stxrelid FROM pg_statistic_ext s WHERE s.oid = o.objid) END, o.refobjid
        FROM pg_depend o CROSS JOIN LATERAL pg_identify_object(o.classid, o.objid, 0) i
        WHERE o.refclassid = 'pg_namespace'::regclass AND o.refobjid = ANY ($1) AND o.deptype = 'n'
          AND o.classid NOT IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass, 'pg_extension'::regclass, 'pg_default_acl'::regclass, 'pg_publication'::regclass)
          AND o.classid IS DISTINCT FROM to_regclass('pg_publication_namespace')
        UNION ALL
        SELECT 'pg_rewrite'::regclass, r.oid, 'rule', r.rulename::text, r.ev_class, o.refobjid
        FROM pg_depend o JOIN pg_rewrite r ON r.ev_class = o.objid AND r.rulename <> '_RETURN'
        WHERE o.refclassid = 'pg_namespace'::regclass AND o.refobjid = ANY ($1) AND o.classid = 'pg_class'::regclass AND o.deptype = 'n'
        """;

    /// <summary>Reads one row.</summary>
    public static OtherRow Read(CatalogRow row) => new(row.Oid(), row.Oid(), ObjectKind.Of(row.Text()), row.Text(), row.Oid(), row.Oid());
}
