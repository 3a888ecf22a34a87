namespace SchemaSync.PostgreSql.Catalog;

/// <summary>A function or procedure; aggregates, and routines whose code is no SQL, are only counted here.</summary>
internal sealed record RoutineRow(
    uint Oid, string Name, string Prokind, string Signature, string Arguments, string? Returns,
    string Language, string Source, string? Binary, string? AtomicBody,
    string Volatility, bool Strict, bool SecurityDefiner, bool Leakproof, string Parallel, string Cost, string Rows, bool ReturnsSet,
        string[] Settings, 
    string? Comment, bool HasCatalogTwin, string[] Access, uint Schema, bool IsOpaque)
{
    /// <summary>
    /// A body that the server parsed is printed by the server; it came with version 14. What makes values of a range type comes with the
    /// type.
    /// </summary>
    public static string Sql(PostgreSqlCapabilities server) => $$"""
        SELECT p.oid, p.proname::text, p.prokind::text, oidvectortypes(p.proargtypes), pg_get_function_arguments(p.oid),
            pg_get_function_result(p.oid), l.lanname::text, p.prosrc, p.probin,
          {{(server.HasCompression ? "pg_get_function_sqlbody(p.oid)" : "NULL")}},
          p.provolatile::text, p.proisstrict, p.prosecdef, p.proleakproof, p.proparallel::text, p.procost::text, p.prorows::text,
              p.proretset, to_json(p.proconfig)::text,
          d.description,
          EXISTS (SELECT FROM pg_proc x WHERE x.proname = p.proname AND x.pronamespace = 'pg_catalog'::regnamespace
              AND x.proargtypes = p.proargtypes),
          {{AccessText.OfRoutine}}, p.pronamespace,
          p.prokind IN ('a', 'w') OR l.lanname IN ('c', 'internal') OR p.prosupport <> 0 OR p.protrftypes IS NOT NULL
        FROM pg_depend o JOIN pg_proc p ON p.oid = o.objid JOIN pg_language l ON l.oid = p.prolang
          LEFT JOIN pg_description d ON d.objoid = p.oid AND d.classoid = 'pg_proc'::regclass
        WHERE o.refclassid = 'pg_namespace'::regclass AND o.refobjid = ANY ($1) AND o.classid = 'pg_proc'::regclass AND o.deptype = 'n'
          AND NOT (l.lanname = 'internal' AND EXISTS (SELECT FROM pg_depend i WHERE i.classid = 'pg_proc'::regclass AND i.objid = p.oid
            AND i.deptype = 'i'))
        """;

    /// <summary>Reads one row.</summary>
    public static RoutineRow Read(CatalogRow row) => new(
        row.Oid(), row.Text(), row.Text(), row.Text(), row.Text(), row.TextOrNull(),
        row.Text(), row.Text(), row.TextOrNull(), row.TextOrNull(),
        row.Text(), row.Flag(), row.Flag(), row.Flag(), row.Text(), row.Text(), row.Text(), row.Flag(), row.Texts(), row.TextOrNull(),
            row.Flag(), row.Texts(), row.Oid(), row.Flag());
}
