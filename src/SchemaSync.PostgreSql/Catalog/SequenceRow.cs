namespace SchemaSync.PostgreSql.Catalog;

/// <summary>The numbers of a sequence, its owner, and whether it belongs to an identity column.</summary>
internal sealed record SequenceRow(uint Oid, string Type, long Start, long Increment, long Min, long Max, long Cache, bool Cycle,
    uint Table, int Column, bool IsIdentity, string? OtherOwner)
{
    /// <summary>An identity's sequence is an internal part of its column.</summary>
    public const string Sql = """
        WITH ours AS MATERIALIZED (
          SELECT objid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass
              AND refobjid = ANY ($1) AND classid = 'pg_class'::regclass AND deptype = 'n')
        SELECT s.seqrelid, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
          d.refobjid, d.refobjsubid, d.deptype = 'i',
          CASE WHEN d.deptype = 'a' THEN (SELECT d.refobjid::regclass || '.' || quote_ident(a.attname) FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid WHERE c.oid = d.refobjid
            AND NOT c.relnamespace = ANY ($1)) END
        FROM ours JOIN pg_sequence s ON s.seqrelid = ours.objid
          LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.refclassid = 'pg_class'::regclass
              AND d.deptype IN ('a', 'i')
        """;

    /// <summary>Reads one row.</summary>
    public static SequenceRow Read(CatalogRow row) => new(
        row.Oid(), row.Word(), row.Long(), row.Long(), row.Long(), row.Long(), row.Long(), row.Flag(), row.Oid(), row.Int(), row.Flag(),
            row.TextOrNull());
}
