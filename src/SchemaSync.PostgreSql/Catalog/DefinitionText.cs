namespace SchemaSync.PostgreSql.Catalog;

/// <summary>
/// What of rows of the catalogue makes one text for each object that the model has no words for. Where the server has a printer it is the
/// server's;
/// else it is composed of every column that says something, so that equal texts mean equal objects.
/// </summary>
internal static class DefinitionText
{
    /// <summary>Aggregates, and routines whose code is no SQL: oid and text.</summary>
    public static readonly string Routines = $"""
        SELECT p.oid, CASE WHEN p.prokind = 'a' THEN {Aggregate} ELSE {Routine} END
        FROM pg_depend u JOIN pg_proc p ON p.oid = u.objid JOIN pg_language l ON l.oid = p.prolang
        WHERE {Of("pg_proc")} AND (p.prokind IN ('a', 'w') OR l.lanname IN ('c', 'internal') OR p.prosupport <> 0
          OR p.protrftypes IS NOT NULL)
        """;

    /// <summary>Foreign tables: oid and text.</summary>
    public static readonly string ForeignTables = $"SELECT c.oid, {ForeignTable} FROM pg_depend u JOIN pg_class c ON c.oid = u.objid "
        + $"WHERE {Of("pg_class")} AND c.relkind = 'f'";

    /// <summary>Range and base types: oid and text.</summary>
    public static string Types(PostgreSqlCapabilities server) => $"""
        SELECT t.oid, CASE WHEN t.typtype = 'r' THEN {Range(server)} ELSE {Type(server)} END FROM pg_depend u JOIN pg_type t
          ON t.oid = u.objid WHERE {Of("pg_type")} AND t.typtype NOT IN ('e', 'd', 'c')
        """;

    private static string Of(string catalogue) =>
        $"u.refclassid = 'pg_namespace'::regclass AND u.refobjid = ANY ($1) AND u.classid = '{catalogue}'::regclass AND u.deptype = 'n'";

    /// <summary>An aggregate; <c>p</c> is its row of pg_proc.</summary>
    private static string Aggregate => $"""
        (SELECT 'CREATE AGGREGATE ' || {NameText.Own("p.pronamespace", "p.proname")} || '(' || pg_get_function_arguments(p.oid) || ') ('
          || concat_ws(', ',
          'SFUNC = ' || {NameText.Routine("g.aggtransfn")}, 'STYPE = ' || {NameText.Type("g.aggtranstype")}, 'SSPACE = '
            || nullif(g.aggtransspace, 0), 'FINALFUNC = ' || {NameText.Routine("g.aggfinalfn")},
          CASE WHEN g.aggfinalextra THEN 'FINALFUNC_EXTRA' END, 'FINALFUNC_MODIFY = ' || CASE g.aggfinalmodify WHEN 's' THEN 'SHAREABLE'
            WHEN 'w' THEN 'READ_WRITE' WHEN 'r' THEN 'READ_ONLY' END,
          'COMBINEFUNC = ' || {NameText.Routine("g.aggcombinefn")}, 'SERIALFUNC = ' || {NameText.Routine("g.aggserialfn")},
            'DESERIALFUNC = ' || {NameText.Routine("g.aggdeserialfn")},
          'INITCOND = ' || quote_literal(g.agginitval), 'MSFUNC = ' || {NameText.Routine("g.aggmtransfn")}, 'MINVFUNC = '
            || {NameText.Routine("g.aggminvtransfn")},
          'MSTYPE = ' || {NameText.Type("g.aggmtranstype")}, 'MSSPACE = ' || nullif(g.aggmtransspace, 0), 'MFINALFUNC = '
            || {NameText.Routine("g.aggmfinalfn")},
          CASE WHEN g.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END, 'MFINALFUNC_MODIFY = ' || CASE WHEN g.aggmtransfn <> 0 THEN
            CASE g.aggmfinalmodify WHEN 's' THEN 'SHAREABLE' WHEN 'w' THEN 'READ_WRITE' WHEN 'r' THEN 'READ_ONLY' END END,
          'MINITCOND = ' || quote_literal(g.aggminitval), 'SORTOP = ' || {NameText.Operator("g.aggsortop")}, 'PARALLEL = ' ||
            CASE p.proparallel WHEN 's' THEN 'SAFE' WHEN 'r' THEN 'RESTRICTED' END,
          CASE WHEN g.aggkind = 'h' THEN 'HYPOTHETICAL' END) || ') RETURNS ' || pg_get_function_result(p.oid)
        FROM pg_aggregate g WHERE g.aggfnoid = p.oid)
        """;

    /// <summary>A routine whose code is no SQL; <c>p</c> is its row of pg_proc. The server prints its schema in any case.</summary>
    private const string Routine = "replace(pg_get_functiondef(p.oid), (SELECT format(' %I.%I(', n.nspname, p.proname) FROM "
        + "pg_namespace n WHERE n.oid = p.pronamespace), format(' %I(', p.proname))";

    /// <summary>A range type; <c>t</c> is its row of pg_type.</summary>
    private static string Range(PostgreSqlCapabilities server) => $"""
        (SELECT 'CREATE TYPE ' || {NameText.Own("t.typnamespace", "t.typname")} || ' AS RANGE (' || concat_ws(', ', 'SUBTYPE = '
          || {NameText.Type("r.rngsubtype")},
          'SUBTYPE_OPCLASS = ' || {NameText.Of("pg_opclass", "opc", "r.rngsubopc")}, 'COLLATION = '
            || {NameText.Of("pg_collation", "coll", "r.rngcollation")}, 'CANONICAL = ' || {NameText.Routine("r.rngcanonical")},
          'SUBTYPE_DIFF = ' || {NameText.Routine("r.rngsubdiff")}
          {(server.HasCompression ? $", 'MULTIRANGE_TYPE_NAME = ' || {NameText.Of("pg_type", "typ", "r.rngmultitypid")}" : "")}) || ')'
        FROM pg_range r WHERE r.rngtypid = t.oid)
        """;

    /// <summary>A base type; <c>t</c> is its row of pg_type. One that is only announced has no more than a name.</summary>
    private static string Type(PostgreSqlCapabilities server) => $"""
        'CREATE TYPE ' || {NameText.Own("t.typnamespace", "t.typname")} || CASE WHEN t.typisdefined THEN ' (' || concat_ws(', ',
          'INPUT = ' || {NameText.Routine("t.typinput")}, 'OUTPUT = ' || {NameText.Routine("t.typoutput")},
          'RECEIVE = ' || {NameText.Routine("t.typreceive")}, 'SEND = ' || {NameText.Routine("t.typsend")}, 'TYPMOD_IN = '
            || {NameText.Routine("t.typmodin")},
          'TYPMOD_OUT = ' || {NameText.Routine("t.typmodout")},
              'ANALYZE = ' || {NameText.Routine("t.typanalyze")}
          {(server.HasCompression ? $", 'SUBSCRIPT = ' || {NameText.Routine("t.typsubscript")}" : "")},
          'INTERNALLENGTH = ' || CASE WHEN t.typlen < 0 THEN 'VARIABLE' ELSE t.typlen::text END, CASE WHEN t.typbyval
            THEN 'PASSEDBYVALUE' END, 'ALIGNMENT = ' || t.typalign::text, 'STORAGE = ' || t.typstorage::text,
          'CATEGORY = ' || quote_literal(t.typcategory::text), CASE WHEN t.typispreferred THEN 'PREFERRED' END, 'DEFAULT = '
            || quote_literal(t.typdefault), 'ELEMENT = ' || {NameText.Type("t.typelem")},
          'DELIMITER = ' || quote_literal(t.typdelim::text), CASE WHEN t.typcollation <> 0 THEN 'COLLATABLE' END) || ')' ELSE '' END
        """;

    // Passwords belong to user mappings; where a wrapper takes one here, it stays here.
    private static string Options(string options) => $"""
        (SELECT ' OPTIONS (' || string_agg(quote_ident(option_name) || ' ' || CASE WHEN option_name ~* 'passw|secret|token|credential'
          THEN '***' ELSE quote_literal(option_value) END, ', ' ORDER BY option_name) || ')' FROM pg_options_to_table({options}))
        """;

    /// <summary>A foreign table; <c>c</c> is its row of pg_class.</summary>
    private const string OwnCollation = "CASE WHEN a.attcollation <> y.typcollation THEN a.attcollation END";

    private static string ForeignTable => $"""
        (SELECT 'CREATE FOREIGN TABLE ' || {NameText.Own("c.relnamespace", "c.relname")} || ' (' || coalesce((
            SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
              || coalesce({Options("a.attfdwoptions")}, '')
              || coalesce(' COLLATE ' || {NameText.Of("pg_collation", "coll", OwnCollation)}, '')
              || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
              || CASE WHEN d.adbin IS NULL THEN '' WHEN a.attgenerated <> '' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin,
                d.adrelid) || ')' ELSE ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END, ', ' ORDER BY a.attnum)
            FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid
              AND d.adnum = a.attnum WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '')
          || coalesce((SELECT string_agg(', CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid), ''
            ORDER BY k.conname) FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c'), '')
          || ') SERVER ' || quote_ident(s.srvname) || coalesce({Options("f.ftoptions")}, '') || coalesce(' PARTITION '
            || pg_get_expr(c.relpartbound, c.oid), '')
        FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver WHERE f.ftrelid = c.oid)
        """;
}
