namespace SchemaSync.PostgreSql.Catalog;

/// <summary>An object of a kind that the model has no words for, with a text of all that the catalogue says of it.</summary>
internal sealed record OpaqueRow(uint Class, uint Oid, ObjectKind Kind, string Name, string? Signature, uint Relation, uint Schema,
    string Definition, string? Comment)
{
    private const string Rules = "pg_rewrite", Casts = "pg_cast";

    /// <summary>
    /// The catalogues in which there is any such object that no extension brought, in one column. Asked first: printing them takes the
    /// server longer than all else.
    /// </summary>
    public const string Present = $"""
        SELECT DISTINCT u.classid::regclass::text
        FROM pg_depend u WHERE {OfSchemas} AND {IsOwn}
        UNION ALL SELECT '{Rules}' WHERE EXISTS (
          SELECT FROM pg_depend u JOIN pg_rewrite r ON r.ev_class = u.objid AND r.rulename <> '_RETURN'
            WHERE u.refclassid = 'pg_namespace'::regclass AND u.refobjid = ANY ($1) AND u.classid = 'pg_class'::regclass
            AND u.deptype = 'n')
        UNION ALL SELECT '{Casts}' WHERE EXISTS (SELECT FROM (SELECT '{Casts}'::regclass::oid AS classid, oid AS objid FROM pg_cast
          WHERE oid >= 16384) u WHERE {IsOwn})
        """;

    private const string OfSchemas = """
        u.refclassid = 'pg_namespace'::regclass AND u.refobjid = ANY ($1) AND u.deptype = 'n'
          AND u.classid NOT IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass, 'pg_extension'::regclass,
            'pg_default_acl'::regclass, 'pg_publication'::regclass)
          AND u.classid IS DISTINCT FROM to_regclass('pg_publication_namespace')
        """;

    private const string IsOwn = "NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = u.classid AND x.objid = u.objid AND "
        + "x.refclassid = 'pg_extension'::regclass AND x.deptype = 'e')";

    /// <summary>The catalogues of which every column is known here.</summary>
    public static IEnumerable<string> Catalogues =>
        ["pg_operator", "pg_opfamily", "pg_opclass", "pg_conversion", "pg_ts_config", "pg_ts_dict", "pg_ts_parser", "pg_ts_template",
            "pg_collation", "pg_statistic_ext", Rules, Casts];

    /// <summary>
    /// The objects of one catalogue that the schemas hold, or that hang on their tables and types without being part of them.
    /// </summary>
    public static string Sql(string catalogue, PostgreSqlCapabilities server) => $"""
        SELECT o.class, o.oid, o.kind, o.name, o.signature, o.relation, o.schema, o.definition, d.description
        FROM (
          {Objects(catalogue, server)}) o
          LEFT JOIN pg_description d ON d.objoid = o.oid AND d.classoid = o.class AND d.objsubid = 0
        """;

    private static string Objects(string catalogue, PostgreSqlCapabilities server) => catalogue switch
    {
        "pg_operator" => Branch(catalogue, "operator", "opr",
            $"concat_ws(', ', coalesce({NameText.Type("o.oprleft")}, 'NONE'), {NameText.Type("o.oprright")})", Operator),
        "pg_opfamily" => Branch(catalogue, "operator family", "opf", Method("o.opfmethod"), Family),
        "pg_opclass" => Branch(catalogue, "operator class", "opc", Method("o.opcmethod"), OperatorClass),
        "pg_conversion" => Branch(catalogue, "conversion", "con", "NULL", Conversion),
        "pg_ts_config" => Branch(catalogue, "text search configuration", "cfg", "NULL", Configuration),
        "pg_ts_dict" => Branch(catalogue, "text search dictionary", "dict", "NULL", Dictionary),
        "pg_ts_parser" => Branch(catalogue, "text search parser", "prs", "NULL", Parser),
        "pg_ts_template" => Branch(catalogue, "text search template", "tmpl", "NULL", Template),
        "pg_collation" => Branch(catalogue, "collation", "coll", "NULL", Collation(server)),
        "pg_statistic_ext" => Branch(catalogue, "statistics object", "stx", "NULL", Statistics, "o.stxrelid"),
        Rules => Rule,
        Casts => Cast,
        // Of a catalogue that a later server has, the least.
        _ => $"""
            SELECT u.classid AS class, u.objid AS oid, i.type AS kind, coalesce(i.name, i.identity) AS name, NULL::text AS signature,
              0::oid AS relation, u.refobjid AS schema, i.type || ' ' || coalesce(i.name, i.identity) AS definition
              FROM pg_depend u CROSS JOIN LATERAL pg_identify_object(u.classid, u.objid, 0) i WHERE {OfSchemas}
                AND u.classid = to_regclass({PostgreSqlText.Literal(catalogue)})
            """,
    };

    /// <summary>Reads one row.</summary>
    public static OpaqueRow Read(CatalogRow row) =>
        new(row.Oid(), row.Oid(), ObjectKind.Of(row.Text()), row.Text(), row.TextOrNull(), row.Oid(), row.Oid(), row.Text(),
            row.TextOrNull());

    private static string Branch(string catalogue, string word, string prefix,
        string signature, string definition, string relation = "0") => $"""
        SELECT u.classid AS class, u.objid AS oid, '{word}' AS kind, o.{prefix}name::text AS name, {signature}::text AS signature,
          {relation}::oid AS relation, u.refobjid AS schema, {definition} AS definition
          FROM pg_depend u JOIN {catalogue} o ON o.oid = u.objid WHERE {OfSchemas} AND u.classid = '{catalogue}'::regclass
        """;

    private static string Method(string oid) => $"(SELECT amname FROM pg_am WHERE oid = {oid})";

    private static string Operator => $"""
        'CREATE OPERATOR ' || {NameText.Operator("o.oid")} || ' (' || concat_ws(', ', 'FUNCTION = ' || {NameText.Routine("o.oprcode")},
          'LEFTARG = ' || {NameText.Type("o.oprleft")}, 'RIGHTARG = ' || {NameText.Type("o.oprright")},
            'COMMUTATOR = ' || {NameText.Operator("o.oprcom")}, 'NEGATOR = ' || {NameText.Operator("o.oprnegate")}, 'RESTRICT = '
              || {NameText.Routine("o.oprrest")}, 'JOIN = ' || {NameText.Routine("o.oprjoin")},
            CASE WHEN o.oprcanhash THEN 'HASHES' END, CASE WHEN o.oprcanmerge THEN 'MERGES' END) || ')'
        """;

    private static string Family =>
        $"'CREATE OPERATOR FAMILY ' || {NameText.Own("o.opfnamespace", "o.opfname")} || ' USING ' || {Method("o.opfmethod")} || "
        + $"{Members("m.amopfamily = o.oid", "m.amprocfamily = o.oid")}";

    // A class may stand in a family of others.
    private static string OperatorClass => $"""
        'CREATE OPERATOR CLASS ' || {NameText.Own("o.opcnamespace", "o.opcname")} || CASE WHEN o.opcdefault THEN ' DEFAULT' ELSE '' END
          || ' FOR TYPE ' || {NameText.Type("o.opcintype")} || ' USING ' || {Method("o.opcmethod")}
            || ' FAMILY ' || {NameText.Of("pg_opfamily", "opf", "o.opcfamily")} || coalesce(' AS STORAGE '
              || {NameText.Type("o.opckeytype")}, '') || {Members(OfClass("pg_amop"), OfClass("pg_amproc"))}
        """;

    private static string OfClass(string catalogue) =>
        $"m.oid IN (SELECT x.objid FROM pg_depend x WHERE x.refclassid = 'pg_opclass'::regclass AND x.refobjid = o.oid AND x.classid "
            + $"= '{catalogue}'::regclass)";

    private static string Members(string operators, string functions) => $"""
        coalesce((SELECT string_agg(member, '' ORDER BY member COLLATE "C") FROM (
              SELECT E'\n  OPERATOR ' || m.amopstrategy || ' ' || {NameText.Operator("m.amopopr")} || ' ('
                || {NameText.Type("m.amoplefttype")} || ', ' || {NameText.Type("m.amoprighttype")} || ')'
                || coalesce(' FOR ORDER BY ' || {NameText.Of("pg_opfamily", "opf", "m.amopsortfamily")}, '') AS member FROM pg_amop m
                  WHERE {operators}
              UNION ALL SELECT E'\n  FUNCTION ' || m.amprocnum || ' (' || {NameText.Type("m.amproclefttype")} || ', '
                || {NameText.Type("m.amprocrighttype")} || ') ' || {NameText.Signature("m.amproc")} FROM pg_amproc m
                WHERE {functions}) members), '')
        """;

    private static string Conversion => $"""
        'CREATE ' || CASE WHEN o.condefault THEN 'DEFAULT ' ELSE '' END || 'CONVERSION ' || {NameText.Own("o.connamespace", "o.conname")}
          || ' FOR ' || quote_literal(pg_encoding_to_char(o.conforencoding))
            || ' TO ' || quote_literal(pg_encoding_to_char(o.contoencoding)) || ' FROM ' || {NameText.Routine("o.conproc")}
        """;

    // The words of a parser are told by its code, and only the server's own is run.
    private static string Configuration => $"""
        'CREATE TEXT SEARCH CONFIGURATION ' || {NameText.Own("o.cfgnamespace", "o.cfgname")} || ' (PARSER = '
          || {NameText.Of("pg_ts_parser", "prs", "o.cfgparser")} || ')' || coalesce((
              SELECT string_agg(E'\n  MAPPING FOR ' || coalesce((SELECT k.alias FROM ts_token_type(CASE WHEN o.cfgparser < 16384
                THEN o.cfgparser END) k WHERE k.tokid = w.maptokentype), w.maptokentype::text) || ' WITH ' || w.dictionaries, ''
                ORDER BY w.maptokentype)
              FROM (SELECT m.maptokentype, string_agg({NameText.Of("pg_ts_dict", "dict", "m.mapdict")}, ', '
                ORDER BY m.mapseqno) AS dictionaries FROM pg_ts_config_map m WHERE m.mapcfg = o.oid GROUP BY m.maptokentype) w), '')
        """;

    private static string Dictionary =>
        $"'CREATE TEXT SEARCH DICTIONARY ' || {NameText.Own("o.dictnamespace", "o.dictname")} || ' (TEMPLATE = ' || "
            + $"{NameText.Of("pg_ts_template", "tmpl", "o.dicttemplate")} || coalesce(', ' || o.dictinitoption, '') || ')'";

    private static string Parser => $"""
        'CREATE TEXT SEARCH PARSER ' || {NameText.Own("o.prsnamespace", "o.prsname")} || ' (' || concat_ws(', ', 'START = '
          || {NameText.Routine("o.prsstart")}, 'GETTOKEN = ' || {NameText.Routine("o.prstoken")},
            'END = ' || {NameText.Routine("o.prsend")}, 'HEADLINE = ' || {NameText.Routine("o.prsheadline")}, 'LEXTYPES = '
              || {NameText.Routine("o.prslextype")}) || ')'
        """;

    private static string Template => $"""
        'CREATE TEXT SEARCH TEMPLATE ' || {NameText.Own("o.tmplnamespace", "o.tmplname")} || ' (' || concat_ws(', ', 'INIT = '
          || {NameText.Routine("o.tmplinit")}, 'LEXIZE = ' || {NameText.Routine("o.tmpllexize")}) || ')'
        """;

    private static string Collation(PostgreSqlCapabilities server) => $"""
        'CREATE COLLATION ' || {NameText.Own("o.collnamespace", "o.collname")} || ' (' || concat_ws(', ', 'PROVIDER = ' ||
          CASE o.collprovider WHEN 'i' THEN 'icu' WHEN 'c' THEN 'libc' WHEN 'b' THEN 'builtin' ELSE o.collprovider::text END,
            'LC_COLLATE = ' || quote_literal(o.collcollate),
                'LC_CTYPE = ' || quote_literal(o.collctype)
            {(server.Locale is { } locale ? $", 'LOCALE = ' || quote_literal(o.{locale})" : "")}
            {(server.HasCollationRules ? ", 'RULES = ' || quote_literal(o.collicurules)" : "")},
            CASE WHEN NOT o.collisdeterministic THEN 'DETERMINISTIC = false' END) || ')'
        """;

    // The server prints the schema of the statistics in any case, and of their table where it has to.
    private static string Statistics => $"""
        'CREATE STATISTICS ' || {NameText.Own("o.stxnamespace", "o.stxname")}
            || substr(pg_get_statisticsobjdef(o.oid), 1 + length((SELECT format('CREATE STATISTICS %I.%I', n.nspname, o.stxname)
              FROM pg_namespace n WHERE n.oid = o.stxnamespace)))
            || CASE WHEN o.stxstattarget >= 0 THEN E'\n  SET STATISTICS ' || o.stxstattarget ELSE '' END
        """;

    private const string Rule = """
        SELECT 'pg_rewrite'::regclass::oid AS class, r.oid, 'rule' AS kind, r.rulename::text AS name, NULL::text AS signature,
          r.ev_class AS relation, u.refobjid AS schema,
            pg_get_ruledef(r.oid, true) || CASE r.ev_enabled WHEN 'D' THEN E'\n  DISABLE RULE' WHEN 'R' THEN E'\n  ENABLE REPLICA RULE'
              WHEN 'A' THEN E'\n  ENABLE ALWAYS RULE' ELSE '' END AS definition
          FROM pg_depend u JOIN pg_rewrite r ON r.ev_class = u.objid AND r.rulename <> '_RETURN'
          WHERE u.refclassid = 'pg_namespace'::regclass AND u.refobjid = ANY ($1) AND u.classid = 'pg_class'::regclass AND u.deptype = 'n'
        """;

    // A cast is in no schema, but belongs to its types. Those of a range type come with it.
    private static string Cast => $"""
        SELECT 'pg_cast'::regclass::oid AS class, c.oid, 'cast' AS kind, {NameText.Type("c.castsource")} || ' AS '
          || {NameText.Type("c.casttarget")} AS name, NULL::text AS signature, 0::oid AS relation, h.schema,
            'CREATE CAST (' || {NameText.Type("c.castsource")} || ' AS ' || {NameText.Type("c.casttarget")} || ') ' || CASE c.castmethod
              WHEN 'f' THEN 'WITH FUNCTION ' || {NameText.Signature("c.castfunc")} WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END
            || CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END AS definition
          FROM pg_cast c CROSS JOIN LATERAL (
            SELECT n.schema FROM (SELECT typnamespace AS schema, 1 AS rank FROM pg_type WHERE oid = c.castsource UNION ALL
              SELECT typnamespace, 2 FROM pg_type WHERE oid = c.casttarget
              UNION ALL SELECT pronamespace, 3 FROM pg_proc WHERE oid = c.castfunc) n WHERE n.schema = ANY ($1) ORDER BY n.rank LIMIT 1) h
          WHERE c.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_cast'::regclass AND x.objid = c.oid
            AND x.deptype = 'i')
        """;
}
