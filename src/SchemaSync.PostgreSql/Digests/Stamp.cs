namespace SchemaSync.PostgreSql.Digests;

/// <summary>
/// One number for all rows of the catalogue that say anything about a schema. PostgreSQL writes a new version of a row for every change
/// (manual, section 5.5: xmin and ctid), so equal numbers mean that nothing was changed. Other numbers mean nothing: VACUUM FULL moves rows
/// too. What is counted in place (reltuples) moves none.
/// </summary>
internal static class Stamp
{
    // Each part names its catalogue, so that rows of two catalogues at one place differ. A server that was taken back in time gives the
    // same numbers out once more, but on another timeline. What belongs to no schema counts for each. A sum of bigint is numeric and has
    // no overflow.
    internal static readonly string Query = $"""
        {Anchors.Sql(names: false)},
        piece AS (
          SELECT d.refobjid AS schema, 'member' || d.classid || '.' || d.objid || d.deptype::text AS t FROM pg_depend d
            WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = ANY ($1)
          UNION ALL SELECT n.oid, 'namespace' || n.ctid::text || n.xmin::text || pg_get_userbyid(n.nspowner)::text FROM pg_namespace n
            WHERE n.oid = ANY ($1)
          UNION ALL SELECT d.objoid, 'comment' || d.ctid::text || d.xmin::text FROM pg_description d
            WHERE d.classoid = 'pg_namespace'::regclass AND d.objoid = ANY ($1)
          {string.Concat(CatalogPiece.All.Where(p => p.Catalogue != "pg_cast").Select(p =>
              $"UNION ALL SELECT {p.Anchor}.schema, '{p.Catalogue}' || {p.Row}.ctid::text || {p.Row}.xmin::text FROM {p.From}\n  "))}
          UNION ALL SELECT 0, 'cast' || c.ctid::text || c.xmin::text FROM pg_cast c WHERE c.oid >= 16384
          UNION ALL SELECT 0, 'extension' || e.ctid::text || e.xmin::text FROM pg_extension e
          UNION ALL SELECT 0, 'depends' || d.ctid::text || d.xmin::text FROM pg_depend d WHERE d.refclassid = 'pg_extension'::regclass
          UNION ALL SELECT 0, 'comment' || d.ctid::text || d.xmin::text FROM pg_description d
            WHERE d.classoid IN ('pg_extension'::regclass, 'pg_cast'::regclass))
        SELECT schema, count(*) || ':' || sum(hashtextextended(t, 0)) || ':' || sum(hashtextextended(t, 1)) FROM piece GROUP BY schema
        UNION ALL SELECT 4294967295::oid, (pg_control_system()).system_identifier || ':' || (pg_control_checkpoint()).timeline_id || ':'
            || (SELECT oid FROM pg_database WHERE datname = current_database()) || ':' || current_setting('server_version_num')
        """;

    private const uint OfNone = 0, OfServer = uint.MaxValue;

    /// <summary>The stamp of a session's schemas; null where there is no schema.</summary>
    public static async Task<string?> ReadAsync(CatalogReader reader, bool prepares, CancellationToken cancellationToken)
    {
        if (reader.Schemas.All(s => s == 0)) return null;
        var parts = await PartsAsync(reader, prepares, cancellationToken).ConfigureAwait(false);
        return Of(parts, reader.Schemas);
    }

    /// <summary>What stamps of these schemas consist of.</summary>
    public static async Task<IReadOnlyDictionary<uint, string>> PartsAsync(CatalogReader reader, bool prepares,
        CancellationToken cancellationToken)
    {
        var parts = new Dictionary<uint, string>();
        await reader.RunAsync([new(Query, row => parts[row.Oid()] = row.Text())], prepares, cancellationToken).ConfigureAwait(false);
        return parts;
    }

    /// <summary>The stamp of some of them.</summary>
    public static string Of(IReadOnlyDictionary<uint, string> parts, IEnumerable<uint> schemas) =>
        string.Join('|', from schema in (IEnumerable<uint>)[OfServer, OfNone, .. schemas]
                         let part = parts.GetValueOrDefault(schema)
                         where part is not null
                         select $"{schema}:{part}");
}
