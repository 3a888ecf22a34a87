namespace SchemaSync.PostgreSql.Catalog;

/// <summary>A column of a table, view or materialized view.</summary>
internal sealed record ColumnRow(
    uint Relation, int Number, string Name, string Type, uint TypeOid, bool NotNull, string Identity, string Generated, string? Default,
    uint CollationOid, string? Collation, string? Storage, string? Compression,
    string[] Options, int Statistics, bool IsLocal, string? Comment)
{
    /// <summary>
    /// Two columns are newer than the oldest server: their absence reads as empty. A default names no column, and is printed without its
    /// table: with one, the server compares the names of all its columns with each other, for each default again.
    /// </summary>
    public static string Sql(PostgreSqlCapabilities server) => $$"""
        WITH ours AS MATERIALIZED (
          SELECT objid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass
              AND refobjid = ANY ($1) AND classid = 'pg_class'::regclass AND deptype = 'n')
        SELECT a.attrelid, a.attnum::int, a.attname::text, format_type(a.atttypid, a.atttypmod), a.atttypid, a.attnotnull,
          a.attidentity::text, a.attgenerated::text, CASE WHEN a.atthasdef
              THEN pg_get_expr(d.adbin, CASE WHEN a.attgenerated = '' THEN 0 ELSE d.adrelid END) END,
          a.attcollation, CASE WHEN a.attcollation <> t.typcollation
              THEN (SELECT {{CollationRow.Shown}} FROM pg_collation o WHERE o.oid = a.attcollation) END,
          CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text END,
              {{(server.HasCompression ? "nullif(a.attcompression::text, '')" : "NULL")}},
          to_json(a.attoptions)::text, coalesce(a.attstattarget, -1)::int, a.attislocal, c.description
        FROM ours JOIN pg_attribute a ON a.attrelid = ours.objid AND a.attnum > 0 AND NOT a.attisdropped
          JOIN pg_type t ON t.oid = a.atttypid
          LEFT JOIN pg_attrdef d ON a.atthasdef AND d.adrelid = a.attrelid AND d.adnum = a.attnum
          LEFT JOIN pg_description c ON c.objoid = a.attrelid AND c.classoid = 'pg_class'::regclass AND c.objsubid = a.attnum
        """;

    /// <summary>Reads one row.</summary>
    public static ColumnRow Read(CatalogRow row) => new(
        row.Oid(), row.Int(), row.Text(), row.Text(), row.Oid(), row.Flag(), row.Text(), row.Text(), row.TextOrNull(),
        row.Oid(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.Texts(), row.Int(), row.Flag(), row.TextOrNull());
}
