namespace SchemaSync.PostgreSql.Outside;

/// <summary>
/// One number for all rows of the catalogue that objects of ours need and that are in no managed schema: a name that
/// others change is another text in what the server prints of ours, and moves no row there.
/// </summary>
internal static class OutsideStamp
{
    // Which rows these are is asked anew each time, from what depends on them; oids below the number are the
    // server's own. What a table, a type and an array of it are called is one name.
    private const string Query = """
        WITH relation AS MATERIALIZED (SELECT objid AS oid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass
            AND refobjid = ANY ($1) AND classid = 'pg_class'::regclass),
        type AS MATERIALIZED (SELECT objid AS oid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass AND refobjid = ANY ($1)
            AND classid = 'pg_type'::regclass),
        routine AS MATERIALIZED (SELECT objid AS oid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass AND refobjid = ANY ($1)
            AND classid = 'pg_proc'::regclass),
        part AS MATERIALIZED (
            SELECT 'pg_class'::regclass::oid AS class, oid FROM relation
            UNION ALL SELECT 'pg_class'::regclass, i.indexrelid FROM relation JOIN pg_index i ON i.indrelid = relation.oid
            UNION ALL SELECT 'pg_attrdef'::regclass, a.oid FROM relation JOIN pg_attrdef a ON a.adrelid = relation.oid
            UNION ALL SELECT 'pg_rewrite'::regclass, r.oid FROM relation JOIN pg_rewrite r ON r.ev_class = relation.oid
            UNION ALL SELECT 'pg_trigger'::regclass, t.oid FROM relation JOIN pg_trigger t ON t.tgrelid = relation.oid
            UNION ALL SELECT 'pg_policy'::regclass, p.oid FROM relation JOIN pg_policy p ON p.polrelid = relation.oid
            UNION ALL SELECT 'pg_constraint'::regclass, c.oid FROM pg_constraint c WHERE c.connamespace = ANY ($1)
            UNION ALL SELECT 'pg_type'::regclass, oid FROM type
            UNION ALL SELECT 'pg_class'::regclass, t.typrelid FROM type JOIN pg_type t ON t.oid = type.oid WHERE t.typrelid <> 0
            UNION ALL SELECT 'pg_proc'::regclass, oid FROM routine),
        own AS MATERIALIZED (SELECT oid FROM relation UNION ALL SELECT oid FROM type UNION ALL SELECT oid FROM routine),
        needed AS MATERIALIZED (
            SELECT DISTINCT d.refclassid AS class, d.refobjid AS oid FROM part p
              CROSS JOIN LATERAL (SELECT d.refclassid, d.refobjid FROM pg_depend d WHERE d.classid = p.class AND d.objid = p.oid
                  AND d.deptype IN ('n', 'a') AND d.refobjid >= 16384 OFFSET 0) d
              LEFT JOIN own ON own.oid = d.refobjid WHERE own.oid IS NULL),
        other_type AS MATERIALIZED (
            SELECT DISTINCT coalesce(e.oid, t.oid) AS oid, coalesce(e.typrelid, t.typrelid) AS relation FROM needed n JOIN pg_type t
                ON t.oid = n.oid LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
            WHERE n.class = 'pg_type'::regclass),
        other_relation AS MATERIALIZED (SELECT oid FROM needed WHERE class = 'pg_class'::regclass UNION SELECT relation FROM other_type
            WHERE relation <> 0),
        piece AS (
            SELECT 'class' || c.ctid::text || c.xmin::text AS t,
                c.relnamespace AS place FROM other_relation o JOIN pg_class c ON c.oid = o.oid
            UNION ALL SELECT 'attribute' || a.ctid::text || a.xmin::text, 0
                FROM other_relation o JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum > 0
            UNION ALL SELECT 'type' || y.ctid::text || y.xmin::text, y.typnamespace FROM other_type o JOIN pg_type y ON y.oid = o.oid
            UNION ALL SELECT 'enum' || e.ctid::text || e.xmin::text, 0 FROM other_type o JOIN pg_enum e ON e.enumtypid = o.oid
            UNION ALL SELECT 'routine' || r.ctid::text || r.xmin::text, r.pronamespace FROM needed n JOIN pg_proc r ON r.oid = n.oid
                AND n.class = 'pg_proc'::regclass
            UNION ALL SELECT 'collation' || c.ctid::text || c.xmin::text, c.collnamespace FROM needed n JOIN pg_collation c ON c.oid = n.oid
                AND n.class = 'pg_collation'::regclass
            UNION ALL SELECT 'operator' || o.ctid::text || o.xmin::text, o.oprnamespace FROM needed n JOIN pg_operator o ON o.oid = n.oid
                AND n.class = 'pg_operator'::regclass
            UNION ALL SELECT 'opclass' || o.ctid::text || o.xmin::text, o.opcnamespace FROM needed n JOIN pg_opclass o ON o.oid = n.oid
                AND n.class = 'pg_opclass'::regclass
            UNION ALL SELECT 'config' || c.ctid::text || c.xmin::text, c.cfgnamespace FROM needed n JOIN pg_ts_config c ON c.oid = n.oid
                AND n.class = 'pg_ts_config'::regclass),
        row AS (SELECT t FROM piece UNION ALL SELECT 'namespace' || n.ctid::text || n.xmin::text FROM pg_namespace n
            WHERE n.oid IN (SELECT place FROM piece))
        SELECT count(*) || ':' || coalesce(sum(hashtextextended(t, 0)), 0) || ':' || coalesce(sum(hashtextextended(t, 1)), 0) FROM row
        """;

    /// <summary>The number.</summary>
    public static async Task<string> ReadAsync(CatalogReader reader, bool prepares, CancellationToken cancellationToken)
    {
        var stamp = "";
        await reader.RunAsync([new(Query, row => stamp = row.Text())], prepares, cancellationToken).ConfigureAwait(false);
        return stamp;
    }
}
