namespace SchemaSync.PostgreSql.Catalog;

/// <summary>A type that is an object of its own: enum, domain, composite, and those that no model holds (ranges, base types).</summary>
internal sealed record TypeRow(
    uint Oid, string Name, string Typtype, uint Relation, string[] Values, string? BaseType, bool NotNull, string? Default,
    string? Collation, string? Comment, bool HasCatalogTwin, string[] Access, uint Schema)
{
    /// <summary>Row types and arrays depend on their table or element and not on the schema, so they are not among these.</summary>
    public const string Sql = $"""
        WITH ours AS MATERIALIZED (
          SELECT objid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass
              AND refobjid = ANY ($1) AND classid = 'pg_type'::regclass AND deptype = 'n')
        SELECT t.oid, t.typname::text, t.typtype::text, t.typrelid,
          CASE t.typtype WHEN 'e'
              THEN (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder)::text FROM pg_enum e WHERE e.enumtypid = t.oid) END,
          CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod) END, t.typnotnull,
          CASE t.typtype WHEN 'd' THEN coalesce(pg_get_expr(t.typdefaultbin, 0), t.typdefault) END,
          CASE WHEN t.typtype = 'd' AND t.typcollation <> b.typcollation
              THEN (SELECT {CollationRow.Shown} FROM pg_collation o WHERE o.oid = t.typcollation) END,
          d.description, EXISTS (SELECT FROM pg_type x WHERE x.typname = t.typname AND x.typnamespace = 'pg_catalog'::regnamespace),
          {AccessText.OfType}, t.typnamespace
        FROM ours JOIN pg_type t ON t.oid = ours.objid
          LEFT JOIN pg_type b ON b.oid = t.typbasetype
          LEFT JOIN pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_type'::regclass
        """;

    /// <summary>Reads one row.</summary>
    public static TypeRow Read(CatalogRow row) => new(
        row.Oid(), row.Text(), row.Text(), row.Oid(), row.Texts(), row.TextOrNull(), row.Flag(), row.TextOrNull(), row.TextOrNull(),
        row.TextOrNull(), row.Flag(), row.Texts(), row.Oid());
}

/// <summary>A check of a domain.</summary>
internal sealed record DomainCheckRow(uint Type, string Name, string Expression, bool Validated, string? Comment)
{
    /// <summary>NOT NULL of a domain is a constraint of its own in newer servers, and a facet here.</summary>
    public const string Sql = """
        SELECT k.contypid, k.conname::text, pg_get_expr(k.conbin, 0), k.convalidated, d.description
        FROM pg_depend o JOIN pg_constraint k ON k.contypid = o.objid AND k.contype = 'c'
          LEFT JOIN pg_description d ON d.objoid = k.oid AND d.classoid = 'pg_constraint'::regclass
        WHERE o.refclassid = 'pg_namespace'::regclass AND o.refobjid = ANY ($1) AND o.classid = 'pg_type'::regclass AND o.deptype = 'n'
        """;

    /// <summary>Reads one row.</summary>
    public static DomainCheckRow Read(CatalogRow row) => new(row.Oid(), row.Text(), row.Text(), row.Flag(), row.TextOrNull());
}

/// <summary>An attribute of a composite type.</summary>
internal sealed record AttributeRow(uint Relation, int Number, string Name, string Type, string? Collation, string? Comment)
{
    /// <summary>In pg_class such a type hangs on pg_type, not on the schema: it is reached through its type.</summary>
    public const string Sql = $"""
        SELECT a.attrelid, a.attnum::int, a.attname::text, format_type(a.atttypid, a.atttypmod),
          CASE WHEN a.attcollation <> b.typcollation
              THEN (SELECT {CollationRow.Shown} FROM pg_collation o WHERE o.oid = a.attcollation) END, d.description
        FROM pg_depend o JOIN pg_type t ON t.oid = o.objid AND t.typtype = 'c'
          JOIN pg_attribute a ON a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
          JOIN pg_type b ON b.oid = a.atttypid
          LEFT JOIN pg_description d ON d.objoid = a.attrelid AND d.classoid = 'pg_class'::regclass AND d.objsubid = a.attnum
        WHERE o.refclassid = 'pg_namespace'::regclass AND o.refobjid = ANY ($1) AND o.classid = 'pg_type'::regclass AND o.deptype = 'n'
        """;

    /// <summary>Reads one row.</summary>
    public static AttributeRow Read(CatalogRow row) =>
        new(row.Oid(), row.Int(), row.Text(), row.Text(), row.TextOrNull(), row.TextOrNull());
}
