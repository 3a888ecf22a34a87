namespace SchemaSync.PostgreSql.Catalog;

/// <summary>A table, view, materialized view, sequence, foreign table or partition of the managed schema.</summary>
internal sealed record RelationRow(
    uint Oid, string Name, string Relkind, bool Unlogged, string[] Options, string[] ToastOptions, string? Method, string? Tablespace,
    bool RowSecurity, bool ForceRowSecurity,
    string ReplicaIdentity, uint OfType, string? PartitionBy, string? Bound, string[] ParentTexts, string? Definition, string? Comment,
        bool HasCatalogTwin, string[] Access, bool IsLeaving, int Parts, uint Schema)
{
    /// <summary>
    /// What the schema owns is found from pg_depend, which has an index for it; pg_class has none by namespace (FACTS). The
    /// twin test: the server qualifies a name that pg_catalog has too, and a tenant's name must not enter a text.
    /// </summary>
    public static string Sql(PostgreSqlCapabilities server) => $"""
        WITH ours AS MATERIALIZED (
          SELECT objid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass
              AND refobjid = ANY ($1) AND classid = 'pg_class'::regclass AND deptype = 'n')
        SELECT c.oid, c.relname::text, c.relkind::text, c.relpersistence = 'u', to_json(c.reloptions)::text,
            (SELECT to_json(x.reloptions)::text FROM pg_class x WHERE x.oid = c.reltoastrelid AND x.reloptions IS NOT NULL),
          CASE WHEN a.amname <> 'heap' AND c.relkind IN ('r', 'p', 'm') THEN a.amname::text END,
          t.spcname::text, c.relrowsecurity, c.relforcerowsecurity, c.relreplident::text, c.reloftype,
          CASE c.relkind WHEN 'p' THEN pg_get_partkeydef(c.oid) END, pg_get_expr(c.relpartbound, c.oid),
          CASE WHEN c.relkind IN ('r', 'p', 'f') THEN (SELECT json_agg(i.inhparent || ' ' || i.inhparent::regclass
            ORDER BY i.inhseqno)::text FROM pg_inherits i WHERE i.inhrelid = c.oid) END,
          CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END, d.description,
          EXISTS (SELECT FROM pg_class x WHERE x.relname = c.relname AND x.relnamespace = 'pg_catalog'::regnamespace),
          {AccessText.OfRelation},
          {(server.HasCompression
            ? "c.relispartition AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid AND i.inhdetachpending)"
            : "false")},
          CASE c.relkind WHEN 'p' THEN (SELECT count(*)::int FROM pg_inherits i WHERE i.inhparent = c.oid) END, c.relnamespace
        FROM ours JOIN pg_class c ON c.oid = ours.objid
          LEFT JOIN pg_am a ON a.oid = c.relam
          LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace
          LEFT JOIN pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
        """;

    /// <summary>The oids of the tables that it is a partition of, or inherits from.</summary>
    public uint[] Parents { get; } = [.. ParentTexts.Select(p => uint.Parse(p.AsSpan(0, p.IndexOf(' ', StringComparison.Ordinal)),
        System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Their names, as the server prints them.</summary>
    public IReadOnlyList<string> ParentNames => [.. ParentTexts.Select(p => p[(p.IndexOf(' ', StringComparison.Ordinal) + 1)..])];

    /// <summary>Reads one row of <see cref="Sql"/>.</summary>
    public static RelationRow Read(CatalogRow row) => new(
        row.Oid(), row.Text(), row.Word(), row.Flag(), row.Texts(), row.Texts(), row.WordOrNull(), row.WordOrNull(), row.Flag(), row.Flag(),
        row.Word(), row.Oid(), row.TextOrNull(), row.TextOrNull(), row.Texts(), row.TextOrNull(), row.TextOrNull(), row.Flag(),
            row.Texts(), row.Flag(), row.Int(), row.Oid());
}
