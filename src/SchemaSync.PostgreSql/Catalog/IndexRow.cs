namespace SchemaSync.PostgreSql.Catalog;

/// <summary>An index, with those of constraints.</summary>
internal sealed record IndexRow(
    uint Oid, uint Relation, string Name, string Method, bool Unique, bool NullsNotDistinct,
    bool Valid, int KeyCount, int[] Columns, uint[] Classes, uint[] Collations,
    int[] Orders, string[] Expressions, string? Where, string[] Options, string? Tablespace, bool IsReplicaIdentity, bool IsClustered,
        string[] ClassOptions, bool IsPartition, string? Statistics, string? Comment)
{
    /// <summary>
    /// Keys and predicate apart, since the whole definition always names the table's schema (FACTS). Operator classes and
    /// collations come as oids: their names are read once, not once for each column.
    /// </summary>
    public static string Sql(PostgreSqlCapabilities server) => $$"""
        WITH ours AS MATERIALIZED (
          SELECT objid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass
              AND refobjid = ANY ($1) AND classid = 'pg_class'::regclass AND deptype = 'n')
        SELECT i.indexrelid, i.indrelid, c.relname::text, m.amname::text, i.indisunique,
            {{(server.HasNullsNotDistinct ? "i.indnullsnotdistinct" : "false")}}, i.indisvalid AND i.indisready,
          i.indnkeyatts::int, i.indkey::text, i.indclass::text, i.indcollation::text, i.indoption::text,
          CASE WHEN i.indexprs IS NOT NULL
              THEN (SELECT json_agg(pg_get_indexdef(i.indexrelid, k, false) ORDER BY k)::text FROM generate_series(1, i.indnkeyatts) k
              WHERE i.indkey[k - 1] = 0) END,
          pg_get_expr(i.indpred, i.indrelid), to_json(c.reloptions)::text, t.spcname::text, i.indisreplident, i.indisclustered,
          CASE WHEN special.options
            THEN (SELECT json_agg(coalesce(array_to_string(a.attoptions, ', '), '') ORDER BY a.attnum)::text FROM pg_attribute a
                WHERE a.attrelid = i.indexrelid AND a.attnum > 0) END,
          c.relispartition, special.statistics, d.description
        FROM ours JOIN pg_index i ON i.indrelid = ours.objid
          JOIN pg_class c ON c.oid = i.indexrelid
          JOIN pg_am m ON m.oid = c.relam
          LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace
          LEFT JOIN LATERAL (SELECT bool_or(a.attoptions IS NOT NULL) AS options, string_agg('ALTER COLUMN ' || a.attnum
              || ' SET STATISTICS ' || a.attstattarget, ', ' ORDER BY a.attnum) FILTER (WHERE a.attstattarget >= 0) AS statistics
            FROM pg_attribute a WHERE a.attrelid = i.indexrelid AND (a.attoptions IS NOT NULL OR a.attstattarget >= 0)) special ON true
          LEFT JOIN pg_description d ON d.objoid = i.indexrelid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
        """;

    /// <summary>Reads one row.</summary>
    public static IndexRow Read(CatalogRow row) => new(
        row.Oid(), row.Oid(), row.Text(), row.Word(), row.Flag(), row.Flag(), row.Flag(), row.Int(), row.Numbers(), row.Oids(), row.Oids(),
        row.Numbers(), row.Texts(), row.WordOrNull(), row.Texts(), row.WordOrNull(), row.Flag(), row.Flag(), row.Texts(), row.Flag(),
            row.TextOrNull(), row.TextOrNull());
}

/// <summary>An operator class; all of them are read, since there are fewer than two hundred.</summary>
internal sealed record OperatorClassRow(uint Oid, string Name, bool IsDefault, uint InputType, uint Method)
{
    /// <summary>Unused parameter: every query of the batch has the schema's oid.</summary>
    public const string Sql =
        "SELECT o.oid, CASE WHEN pg_opclass_is_visible(o.oid) THEN '' ELSE quote_ident(n.nspname) || '.' END || "
            + "quote_ident(o.opcname), o.opcdefault, o.opcintype, o.opcmethod FROM pg_opclass o JOIN pg_namespace n ON n.oid = "
            + "o.opcnamespace WHERE ($1)[1] IS NOT NULL";

    /// <summary>Reads one row.</summary>
    public static OperatorClassRow Read(CatalogRow row) => new(row.Oid(), row.Text(), row.Flag(), row.Oid(), row.Oid());
}

/// <summary>The name of a collation that an index uses.</summary>
internal sealed record CollationRow(uint Oid, string Name)
{
    /// <summary>The name of <c>o</c> as a declaration gives it; qualified only where it is not found without.</summary>
    public const string Shown =
        "CASE WHEN pg_collation_is_visible(o.oid) THEN '' ELSE (SELECT nspname::text || '.' FROM pg_namespace WHERE oid = "
            + "o.collnamespace) END || o.collname::text";

    /// <summary>Only those in use: a server with ICU has about a thousand.</summary>
    public const string Sql = $"""
        SELECT DISTINCT u.oid, (SELECT {Shown} FROM pg_collation o WHERE o.oid = u.oid)
        FROM pg_depend d JOIN pg_index i ON i.indrelid = d.objid CROSS JOIN LATERAL unnest(i.indcollation) u(oid)
        WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = ANY ($1)
            AND d.classid = 'pg_class'::regclass AND d.deptype = 'n' AND u.oid <> 0
        """;

    /// <summary>Reads one row.</summary>
    public static CollationRow Read(CatalogRow row) => new(row.Oid(), row.Text());
}
