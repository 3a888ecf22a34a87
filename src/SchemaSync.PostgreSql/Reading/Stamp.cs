namespace SchemaSync.PostgreSql.Reading;

/// <summary>
/// One number for all rows of the catalogue that say anything about a schema. PostgreSQL writes a new version of a row for every change
/// (manual, section 5.5: xmin and ctid), so equal numbers mean that nothing was changed. Other numbers mean nothing: VACUUM FULL moves rows
/// too. What is counted in place (reltuples) moves none.
/// </summary>
internal static class Stamp
{
    // Each part names its catalogue, so that rows of two catalogues at one place differ. A server that was taken back in time gives the
    // same numbers out once more, but on another timeline. What there is thousands of is joined, from a list of its own: of what IN asks
    // for, and of one list for all kinds, the server expects too little, and looks every row up by itself. A sum of bigint is numeric and
    // has no overflow.
    internal const string Query = """
        WITH relation AS MATERIALIZED (SELECT objid AS oid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass
            AND refobjid = ANY ($1) AND classid = 'pg_class'::regclass),
        type AS MATERIALIZED (SELECT objid AS oid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass AND refobjid = ANY ($1)
            AND classid = 'pg_type'::regclass),
        routine AS MATERIALIZED (SELECT objid AS oid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass AND refobjid = ANY ($1)
            AND classid = 'pg_proc'::regclass),
        other AS MATERIALIZED (SELECT classid, objid AS oid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass
          AND refobjid = ANY ($1) AND classid NOT IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass)),
        index AS MATERIALIZED (SELECT i.indexrelid AS oid, i.ctid, i.xmin FROM relation JOIN pg_index i ON i.indrelid = relation.oid),
        bound AS MATERIALIZED (SELECT c.oid, c.ctid, c.xmin FROM pg_constraint c WHERE c.connamespace = ANY ($1)),
        trigger AS MATERIALIZED (SELECT t.oid, t.ctid, t.xmin FROM relation JOIN pg_trigger t ON t.tgrelid = relation.oid),
        policy AS MATERIALIZED (SELECT p.oid, p.ctid, p.xmin FROM pg_policy p WHERE polrelid IN (SELECT oid FROM relation)),
        piece AS (
            SELECT 'member' || classid || '.' || objid || deptype::text AS t FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass
                AND refobjid = ANY ($1)
            UNION ALL SELECT 'namespace' || ctid::text || xmin::text || pg_get_userbyid(nspowner)::text FROM pg_namespace
                WHERE oid = ANY ($1)
            UNION ALL SELECT 'class' || c.ctid::text || c.xmin::text FROM relation JOIN pg_class c ON c.oid = relation.oid
            UNION ALL SELECT 'class' || c.ctid::text || c.xmin::text FROM index JOIN pg_class c ON c.oid = index.oid
            UNION ALL SELECT 'attribute' || a.ctid::text || a.xmin::text
                FROM relation JOIN pg_attribute a ON a.attrelid = relation.oid AND a.attnum > 0
            UNION ALL SELECT 'default' || d.ctid::text || d.xmin::text FROM relation JOIN pg_attrdef d ON d.adrelid = relation.oid
            UNION ALL SELECT 'index' || ctid::text || xmin::text FROM index
            UNION ALL SELECT 'constraint' || ctid::text || xmin::text FROM bound
            UNION ALL SELECT 'trigger' || ctid::text || xmin::text FROM trigger
            UNION ALL SELECT 'policy' || ctid::text || xmin::text FROM policy
            UNION ALL SELECT 'rule' || ctid::text || xmin::text FROM pg_rewrite WHERE ev_class IN (SELECT oid FROM relation)
            UNION ALL SELECT 'inherits' || ctid::text || xmin::text FROM pg_inherits WHERE inhrelid IN (SELECT oid FROM relation)
            UNION ALL SELECT 'partitioned' || ctid::text || xmin::text FROM pg_partitioned_table
                WHERE partrelid IN (SELECT oid FROM relation)
            UNION ALL SELECT 'sequence' || s.ctid::text || s.xmin::text FROM relation JOIN pg_sequence s ON s.seqrelid = relation.oid
            UNION ALL SELECT 'statistics' || ctid::text || xmin::text FROM pg_statistic_ext WHERE stxrelid IN (SELECT oid FROM relation)
            UNION ALL SELECT 'type' || ctid::text || xmin::text FROM pg_type WHERE oid IN (SELECT oid FROM type)
            UNION ALL SELECT 'range' || ctid::text || xmin::text FROM pg_range WHERE rngtypid IN (SELECT oid FROM type)
            UNION ALL SELECT 'enum' || ctid::text || xmin::text FROM pg_enum WHERE enumtypid IN (SELECT oid FROM type)
            UNION ALL SELECT 'attribute' || ctid::text || xmin::text FROM pg_attribute WHERE attnum > 0
                AND attrelid IN (SELECT typrelid FROM pg_type WHERE oid IN (SELECT oid FROM type) AND typrelid <> 0)
            UNION ALL SELECT 'routine' || ctid::text || xmin::text FROM pg_proc WHERE oid IN (SELECT oid FROM routine)
            UNION ALL SELECT 'operator' || ctid::text || xmin::text FROM pg_operator WHERE oid IN (SELECT oid FROM other
              WHERE classid = 'pg_operator'::regclass)
            UNION ALL SELECT 'opclass' || ctid::text || xmin::text FROM pg_opclass WHERE oid IN (SELECT oid FROM other
              WHERE classid = 'pg_opclass'::regclass)
            UNION ALL SELECT 'opfamily' || ctid::text || xmin::text FROM pg_opfamily WHERE oid IN (SELECT oid FROM other
              WHERE classid = 'pg_opfamily'::regclass)
            UNION ALL SELECT 'collation' || ctid::text || xmin::text FROM pg_collation WHERE oid IN (SELECT oid FROM other
              WHERE classid = 'pg_collation'::regclass)
            UNION ALL SELECT 'conversion' || ctid::text || xmin::text FROM pg_conversion WHERE oid IN (SELECT oid FROM other
              WHERE classid = 'pg_conversion'::regclass)
            UNION ALL SELECT 'ts_config' || ctid::text || xmin::text FROM pg_ts_config WHERE oid IN (SELECT oid FROM other
              WHERE classid = 'pg_ts_config'::regclass)
            UNION ALL SELECT 'ts_dict' || ctid::text || xmin::text FROM pg_ts_dict WHERE oid IN (SELECT oid FROM other
              WHERE classid = 'pg_ts_dict'::regclass)
            UNION ALL SELECT 'ts_parser' || ctid::text || xmin::text FROM pg_ts_parser WHERE oid IN (SELECT oid FROM other
              WHERE classid = 'pg_ts_parser'::regclass)
            UNION ALL SELECT 'ts_template' || ctid::text || xmin::text FROM pg_ts_template WHERE oid IN (SELECT oid FROM other
              WHERE classid = 'pg_ts_template'::regclass)
            UNION ALL SELECT 'amop' || ctid::text || xmin::text FROM pg_amop WHERE amopfamily IN (SELECT oid FROM other
              WHERE classid = 'pg_opfamily'::regclass)
            UNION ALL SELECT 'amproc' || ctid::text || xmin::text FROM pg_amproc WHERE amprocfamily IN (SELECT oid FROM other
              WHERE classid = 'pg_opfamily'::regclass)
            UNION ALL SELECT 'ts_config_map' || ctid::text || xmin::text FROM pg_ts_config_map WHERE mapcfg IN (SELECT oid FROM other
              WHERE classid = 'pg_ts_config'::regclass)
            UNION ALL SELECT 'foreign' || ctid::text || xmin::text FROM pg_foreign_table WHERE ftrelid IN (SELECT oid FROM relation)
            UNION ALL SELECT 'cast' || ctid::text || xmin::text FROM pg_cast WHERE oid >= 16384
            UNION ALL SELECT 'extension' || ctid::text || xmin::text FROM pg_extension
            UNION ALL SELECT 'depends' || ctid::text || xmin::text FROM pg_depend WHERE refclassid = 'pg_extension'::regclass
            UNION ALL SELECT 'comment' || ctid::text || xmin::text FROM pg_description
                WHERE (classoid = 'pg_class'::regclass AND objoid IN (SELECT oid FROM relation UNION ALL SELECT oid FROM index))
                   OR (classoid = 'pg_type'::regclass AND objoid IN (SELECT oid FROM type))
                   OR (classoid = 'pg_namespace'::regclass AND objoid = ANY ($1))
                   OR (classoid = 'pg_proc'::regclass AND objoid IN (SELECT oid FROM routine))
                   OR (classoid = 'pg_constraint'::regclass AND objoid IN (SELECT oid FROM bound))
                   OR (classoid = 'pg_trigger'::regclass AND objoid IN (SELECT oid FROM trigger))
                   OR (classoid = 'pg_policy'::regclass AND objoid IN (SELECT oid FROM policy))
                   OR (classoid, objoid) IN (SELECT classid, oid FROM other)
                   OR (classoid = 'pg_rewrite'::regclass AND objoid IN (SELECT oid FROM pg_rewrite WHERE rulename <> '_RETURN'
                     AND ev_class IN (SELECT oid FROM relation)))
                   OR classoid IN ('pg_extension'::regclass, 'pg_cast'::regclass))
        SELECT (pg_control_system()).system_identifier || ':' || (pg_control_checkpoint()).timeline_id || ':' || (SELECT oid
            FROM pg_database WHERE datname = current_database()) || ':' || $1::text || ':' || current_setting('server_version_num') || ':'
            || count(*) || ':' || coalesce(sum(hashtextextended(t, 0)), 0) || ':' || coalesce(sum(hashtextextended(t, 1)), 0)
        FROM piece
        """;

    /// <summary>The stamp of a schema; null where there is no schema.</summary>
    public static async Task<string?> ReadAsync(CatalogReader reader, bool prepares, CancellationToken cancellationToken)
    {
        if (reader.Schemas.All(s => s == 0)) return null;
        var stamp = "";
        await reader.RunAsync([new(Query, row => stamp = row.Text())], prepares, cancellationToken).ConfigureAwait(false);
        return stamp;
    }
}
