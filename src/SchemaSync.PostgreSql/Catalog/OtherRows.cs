namespace SchemaSync.PostgreSql.Catalog;

/// <summary>An extension of the database, wherever its objects are.</summary>
internal sealed record ExtensionRow(string Name, string Version, string? Schema)
{
    /// <summary>An extension belongs to the database, not to a schema; PL/pgSQL is always there.</summary>
    public const string Sql = """
        SELECT e.extname::text, e.extversion, CASE WHEN e.extnamespace <> ($1)[1]
            THEN (SELECT nspname::text FROM pg_namespace WHERE oid = e.extnamespace) END
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
    public const string Sql =
        "SELECT classid, objid FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e' AND ($1)[1] IS NOT NULL";

    /// <summary>Reads one row.</summary>
    public static MemberRow Read(CatalogRow row) => new(row.Oid(), row.Oid());
}
