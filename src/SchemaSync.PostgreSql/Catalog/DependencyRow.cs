namespace SchemaSync.PostgreSql.Catalog;

/// <summary>
/// An object that the definition of another needs: views and functions in defaults, checks, indexes, views, policies, triggers and rules.
/// Foreign keys and sequences' owners are read with their own objects and not here.
/// </summary>
internal sealed record DependencyRow(
    uint Class, uint Object, uint ReferencedClass, uint Referenced, int ReferencedColumn, uint Schema, string? Extension,
    string? OtherSchema, string? OtherName, string? OtherCode, string? OtherSignature)
{
    // Oids below this number are the server's own (FirstNormalObjectId, src/include/access/transam.h).
    private const string UsersOwn = "16384";

    // OFFSET 0 keeps the server from turning the join round: without statistics of a fresh schema it expects one part,
    // begins with every dependency of the database and goes through all parts for each of them.
    /// <summary>The depending side is named by what owns it: a default by its table, a rule by its view.</summary>
    public const string Sql = $"""
        WITH ours AS MATERIALIZED (
          SELECT classid, objid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass AND refobjid = ANY ($1) AND deptype = 'n'
            AND classid NOT IN ('pg_extension'::regclass, 'pg_default_acl'::regclass, 'pg_publication'::regclass)),
        parts AS MATERIALIZED (
          SELECT classid, objid, classid AS part_class, objid AS part FROM ours
          UNION ALL SELECT classid, objid, 'pg_attrdef'::regclass::oid, a.oid FROM ours JOIN pg_attrdef a ON a.adrelid = objid
              WHERE classid = 'pg_class'::regclass
          UNION ALL SELECT classid, objid, 'pg_constraint'::regclass::oid, k.oid FROM ours JOIN pg_constraint k ON k.conrelid = objid
              AND k.contype IN ('c', 'x') WHERE classid = 'pg_class'::regclass
          UNION ALL SELECT classid, objid, 'pg_constraint'::regclass::oid, k.oid FROM ours JOIN pg_constraint k ON k.contypid = objid
              WHERE classid = 'pg_type'::regclass
          UNION ALL SELECT classid, objid, 'pg_class'::regclass::oid, i.indexrelid FROM ours JOIN pg_index i ON i.indrelid = objid
              WHERE classid = 'pg_class'::regclass
          UNION ALL SELECT classid, objid, 'pg_rewrite'::regclass::oid, r.oid FROM ours JOIN pg_rewrite r ON r.ev_class = objid
            AND r.rulename = '_RETURN' WHERE classid = 'pg_class'::regclass
          UNION ALL SELECT 'pg_rewrite'::regclass::oid, r.oid, 'pg_rewrite'::regclass::oid, r.oid FROM ours JOIN pg_rewrite r
            ON r.ev_class = objid AND r.rulename <> '_RETURN' WHERE classid = 'pg_class'::regclass
          UNION ALL SELECT 'pg_cast'::regclass::oid, c.oid, 'pg_cast'::regclass::oid, c.oid FROM pg_cast c WHERE c.oid >= {UsersOwn}
          UNION ALL SELECT 'pg_policy'::regclass::oid, p.oid, 'pg_policy'::regclass::oid, p.oid FROM ours JOIN pg_policy p
              ON p.polrelid = objid WHERE classid = 'pg_class'::regclass
          UNION ALL SELECT 'pg_trigger'::regclass::oid, t.oid, 'pg_trigger'::regclass::oid, t.oid FROM ours JOIN pg_trigger t
              ON t.tgrelid = objid AND NOT t.tgisinternal WHERE classid = 'pg_class'::regclass
          UNION ALL SELECT classid, objid, 'pg_class'::regclass::oid, t.typrelid FROM ours JOIN pg_type t ON t.oid = objid
              AND t.typrelid <> 0 WHERE classid = 'pg_type'::regclass),
        needs AS (
        SELECT DISTINCT p.classid, p.objid, CASE WHEN y.relation <> 0 THEN 'pg_class'::regclass::oid ELSE d.refclassid END AS needed_class,
            coalesce(nullif(y.relation, 0), y.type, d.refobjid) AS needed, d.refobjsubid,
          CASE d.refclassid
            WHEN 'pg_class'::regclass THEN (SELECT relnamespace FROM pg_class WHERE oid = d.refobjid)
            WHEN 'pg_type'::regclass THEN (SELECT typnamespace FROM pg_type WHERE oid = d.refobjid)
            WHEN 'pg_proc'::regclass THEN (SELECT pronamespace FROM pg_proc WHERE oid = d.refobjid)
            WHEN 'pg_collation'::regclass THEN (SELECT collnamespace FROM pg_collation WHERE oid = d.refobjid)
            WHEN 'pg_operator'::regclass THEN (SELECT oprnamespace FROM pg_operator WHERE oid = d.refobjid)
            WHEN 'pg_opclass'::regclass THEN (SELECT opcnamespace FROM pg_opclass WHERE oid = d.refobjid)
            WHEN 'pg_ts_config'::regclass THEN (SELECT cfgnamespace FROM pg_ts_config WHERE oid = d.refobjid) END AS place,
          (SELECT min(x.extname::text) FROM pg_depend e JOIN pg_extension x ON x.oid = e.refobjid
            WHERE e.classid = d.refclassid AND e.objid IN (d.refobjid, y.type) AND e.refclassid = 'pg_extension'::regclass
                AND e.deptype = 'e') AS extension
        FROM parts p CROSS JOIN LATERAL (SELECT d.refclassid, d.refobjid, d.refobjsubid, d.deptype FROM pg_depend d
            WHERE d.classid = p.part_class AND d.objid = p.part OFFSET 0) d
          LEFT JOIN LATERAL (
            SELECT coalesce(e.oid, t.oid) AS type, CASE WHEN r.relkind = 'c' THEN 0 ELSE r.oid END AS relation
            FROM pg_type t LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A' LEFT JOIN pg_class r
                ON r.oid = coalesce(e.typrelid, t.typrelid)
            WHERE t.oid = d.refobjid) y ON d.refclassid = 'pg_type'::regclass
        WHERE d.deptype IN ('n', 'a')
            AND NOT (d.deptype = 'a' AND p.part_class = 'pg_class'::regclass
            AND EXISTS (SELECT FROM pg_sequence q WHERE q.seqrelid = p.part)) AND d.refobjid >= {UsersOwn}
            AND (d.refclassid <> p.classid OR d.refobjid <> p.objid)
          AND d.refclassid IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass, 'pg_collation'::regclass,
            'pg_operator'::regclass, 'pg_opclass'::regclass, 'pg_opfamily'::regclass, 'pg_ts_config'::regclass, 'pg_ts_dict'::regclass,
            'pg_ts_parser'::regclass, 'pg_ts_template'::regclass))
        SELECT d.classid, d.objid, d.needed_class, d.needed, d.refobjsubid, d.place, d.extension, n.nspname::text,
          CASE WHEN n.oid IS NOT NULL THEN CASE d.needed_class
            WHEN 'pg_class'::regclass THEN (SELECT relname::text FROM pg_class WHERE oid = d.needed)
            WHEN 'pg_type'::regclass THEN (SELECT typname::text FROM pg_type WHERE oid = d.needed)
            WHEN 'pg_proc'::regclass THEN (SELECT proname::text FROM pg_proc WHERE oid = d.needed) END END,
          CASE WHEN n.oid IS NOT NULL THEN CASE d.needed_class
            WHEN 'pg_class'::regclass THEN (SELECT relkind::text FROM pg_class WHERE oid = d.needed)
            WHEN 'pg_type'::regclass THEN (SELECT typtype::text FROM pg_type WHERE oid = d.needed)
            WHEN 'pg_proc'::regclass THEN (SELECT prokind::text FROM pg_proc WHERE oid = d.needed) END END,
          CASE WHEN n.oid IS NOT NULL AND d.needed_class = 'pg_proc'::regclass
              THEN (SELECT oidvectortypes(proargtypes) FROM pg_proc WHERE oid = d.needed) END
        FROM needs d LEFT JOIN pg_namespace n ON n.oid = d.place AND n.nspname <> 'pg_catalog' AND NOT n.oid = ANY ($1)
        """;

    /// <summary>Reads one row.</summary>
    public static DependencyRow Read(CatalogRow row) => new(
        row.Oid(), row.Oid(), row.Oid(), row.Oid(), row.Int(), row.Oid(), row.TextOrNull(),
        row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull());
}
