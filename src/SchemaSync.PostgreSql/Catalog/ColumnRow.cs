namespace SchemaSync.PostgreSql.Catalog;

/// <summary>A column of a table, view or materialized view.</summary>
/// <param name="Relation">Where it is.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Facts">Everything else.</param>
internal readonly record struct ColumnRow(uint Relation, int Number, ColumnFacts Facts)
{
    /// <summary>
    /// Two columns are newer than the oldest server: their absence reads as empty. A default names no column, and is printed without its
    /// table: with one, the server compares the names of all its columns with each other, for each default again.
    /// </summary>
    public static string Sql(PostgreSqlCapabilities server) => $$"""
        WITH ours AS MATERIALIZED (
          SELECT d.objid FROM pg_depend d JOIN pg_class r ON r.oid = d.objid AND r.relkind <> 'S'
            WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = ANY ($1) AND d.classid = 'pg_class'::regclass
              AND d.deptype = 'n')
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
    public static ColumnRow Read(CatalogRow row) => new(row.Oid(), row.Int(), row.Alike(new ColumnFacts(
        row.Word(), row.Word(), row.Oid(), row.Flag(), row.Word(), row.Word(), row.WordOrNull(),
        row.Oid(), row.WordOrNull(), row.WordOrNull(), row.WordOrNull(), row.Texts().ToEquatableArray(), row.Int(), row.Flag(),
        row.TextOrNull())));
}

/// <summary>What a column is, apart from where it is: many tables have the same one, which is kept once.</summary>
internal sealed record ColumnFacts(
    string Name, string Type, uint TypeOid, bool NotNull, string Identity, string Generated, string? Default,
    uint CollationOid, string? Collation, string? Storage, string? Compression,
    EquatableArray<string> Options, int Statistics, bool IsLocal, string? Comment);

/// <summary>The columns of one relation by their numbers.</summary>
internal readonly struct NumberedColumns(ArraySegment<ColumnRow> rows)
{
    /// <summary>The column of a number.</summary>
    public ColumnFacts this[int number]
    {
        get
        {
            // Without dropped columns a number is a place.
            if (number > 0 && number <= rows.Count && rows[number - 1].Number == number) return rows[number - 1].Facts;
            foreach (var row in rows) if (row.Number == number) return row.Facts;
            throw new KeyNotFoundException($"there is no column {number}");
        }
    }

    /// <summary>All of them in their order.</summary>
    public ArraySegment<ColumnRow> All => rows;
}
