namespace SchemaSync.PostgreSql.Catalog;

/// <summary>A constraint of a table; of NOT NULLs only those that are more than a facet of their column.</summary>
internal sealed record ConstraintRow(
    uint Oid, uint Relation, string Name, string Contype, int[] Columns, uint Referenced,
    int[] ReferencedColumns, string OnUpdate, string OnDelete, string Match,
    bool Deferrable, bool Deferred, bool Validated, bool NoInherit, bool IsLocal,
    uint Index, uint Parent, string? Expression, string? Definition,
    int[] SetColumns, bool Enforced, bool Period, bool IsOff, string? Comment,
    string? OtherSchema, string? OtherTable, string[] OtherColumns)
{
    /// <summary>
    /// Three columns are newer than the oldest server. Foreign keys and deferrable keys are kept by triggers of
    /// the server, which DISABLE TRIGGER ALL switches off together with everybody's own.
    /// </summary>
    public static string Sql(PostgreSqlCapabilities server) => $$"""
        WITH ours AS MATERIALIZED (
          SELECT objid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass
              AND refobjid = ANY ($1) AND classid = 'pg_class'::regclass AND deptype = 'n')
        SELECT k.oid, k.conrelid, k.conname::text, k.contype::text, k.conkey::text, k.confrelid, k.confkey::text, k.confupdtype::text,
            k.confdeltype::text, k.confmatchtype::text,
          k.condeferrable, k.condeferred, k.convalidated, k.connoinherit, k.conislocal, k.conindid, k.conparentid,
          CASE k.contype WHEN 'c' THEN pg_get_expr(k.conbin, k.conrelid) END, CASE k.contype WHEN 'x' THEN pg_get_constraintdef(k.oid) END,
          {{(server.HasNullsNotDistinct ? "k.confdelsetcols::text" : "NULL")}},
              {{(server.HasVirtualColumns ? "k.conenforced, k.conperiod" : "true, false")}},
          (k.contype = 'f' OR k.condeferrable)
              AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgconstraint = k.oid AND t.tgenabled <> 'O'), d.description,
          o.schema, o.name, o.columns
        FROM ours JOIN pg_constraint k ON k.conrelid = ours.objid AND k.contype IN ('p', 'u', 'f', 'c', 'x', 'n')
          LEFT JOIN pg_description d ON d.objoid = k.oid AND d.classoid = 'pg_constraint'::regclass
          LEFT JOIN LATERAL (
            SELECT n.nspname::text AS schema, r.relname::text AS name, (
              SELECT json_agg(a.attname ORDER BY c.place)::text FROM unnest(k.confkey) WITH ORDINALITY c(number, place)
              JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = c.number) AS columns
            FROM pg_class r JOIN pg_namespace n ON n.oid = r.relnamespace
            WHERE r.oid = k.confrelid AND NOT r.relnamespace = ANY ($1)) o ON k.contype = 'f'
        WHERE k.contype <> 'n' OR NOT k.convalidated OR k.connoinherit OR d.description IS NOT NULL
        """;

    /// <summary>The table a foreign key refers to, where that is in a schema that is not read.</summary>
    public QualifiedName? Other => OtherSchema is { } schema ? new(new(schema), new(OtherTable!)) : null;

    /// <summary>Reads one row.</summary>
    public static ConstraintRow Read(CatalogRow row) => new(
        row.Oid(), row.Oid(), row.Text(), row.Word(), row.Numbers(), row.Oid(), row.Numbers(), row.Word(), row.Word(), row.Word(),
        row.Flag(), row.Flag(), row.Flag(), row.Flag(), row.Flag(), row.Oid(), row.Oid(), row.WordOrNull(), row.TextOrNull(),
        row.Numbers(), row.Flag(), row.Flag(), row.Flag(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.Texts());
}
