namespace SchemaSync.PostgreSql.Catalog;

/// <summary>An object of a kind that the model has no words for, with a text of all that the catalogue says of it.</summary>
internal sealed record OpaqueRow(uint Class, uint Oid, ObjectKind Kind, string Name, string? Signature, uint Relation, uint Schema, string Definition, string? Comment)
{
    private static readonly (string Catalogue, string Word, string Name, string Schema, string Signature, string Definition)[] Parts =
    [
        ("pg_operator", "operator", "o.oprname", "o.oprnamespace", $"concat_ws(', ', coalesce({NameText.Type("o.oprleft")}, 'NONE'), {NameText.Type("o.oprright")})", Operator),
        ("pg_opfamily", "operator family", "o.opfname", "o.opfnamespace", Method("o.opfmethod"), Family),
        ("pg_opclass", "operator class", "o.opcname", "o.opcnamespace", Method("o.opcmethod"), OperatorClass),
        ("pg_conversion", "conversion", "o.conname", "o.connamespace", "NULL", Conversion),
        ("pg_ts_config", "text search configuration", "o.cfgname", "o.cfgnamespace", "NULL", Configuration),
        ("pg_ts_dict", "text search dictionary", "o.dictname", "o.dictnamespace", "NULL", Dictionary),
        ("pg_ts_parser", "text search parser", "o.prsname", "o.prsnamespace", "NULL", Parser),
        ("pg_ts_template", "text search template", "o.tmplname", "o.tmplnamespace", "NULL", Template),
    ];

    /// <summary>
    /// Everything else that the schemas hold, and what hangs on their tables without being part of them. Where there is none of it nothing is joined: all
    /// begin with what pg_depend says of the schemas, which has an index for it.
    /// </summary>
    public static string Sql(PostgreSqlCapabilities server) => $"""
        WITH ours AS MATERIALIZED (
          SELECT classid, objid, refobjid AS schema FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass AND refobjid = ANY ($1) AND deptype = 'n'
            AND classid NOT IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass, 'pg_extension'::regclass, 'pg_default_acl'::regclass, 'pg_publication'::regclass)
            AND classid IS DISTINCT FROM to_regclass('pg_publication_namespace'))
        SELECT o.class, o.oid, o.kind, o.name, o.signature, o.relation, o.schema, o.definition, d.description
        FROM (
          {string.Join("\n  UNION ALL ", Parts.Select(k => Branch(k.Catalogue, k.Word, k.Name, k.Schema, k.Signature, "0", k.Definition)))}
          UNION ALL {Branch("pg_collation", "collation", "o.collname", "o.collnamespace", "NULL", "0", Collation(server))}
          UNION ALL {Branch("pg_statistic_ext", "statistics object", "o.stxname", "o.stxnamespace", "NULL", "o.stxrelid", Statistics)}
          UNION ALL SELECT 'pg_rewrite'::regclass::oid, r.oid, 'rule', r.rulename::text, NULL::text, r.ev_class, u.refobjid, {Rule}
          FROM pg_depend u JOIN pg_rewrite r ON r.ev_class = u.objid AND r.rulename <> '_RETURN'
          WHERE u.refclassid = 'pg_namespace'::regclass AND u.refobjid = ANY ($1) AND u.classid = 'pg_class'::regclass AND u.deptype = 'n'
          UNION ALL {Cast}
          UNION ALL SELECT u.classid, u.objid, i.type, coalesce(i.name, i.identity), NULL::text, 0::oid, u.schema, i.type || ' ' || coalesce(i.name, i.identity)
          FROM ours u CROSS JOIN LATERAL pg_identify_object(u.classid, u.objid, 0) i
          WHERE u.classid NOT IN ({string.Join(", ", Parts.Select(k => k.Catalogue).Concat(["pg_collation", "pg_statistic_ext"]).Select(c => $"'{c}'::regclass"))})) o
          LEFT JOIN pg_description d ON d.objoid = o.oid AND d.classoid = o.class AND d.objsubid = 0
        """;

    /// <summary>Reads one row.</summary>
    public static OpaqueRow Read(CatalogRow row) =>
        new(row.Oid(), row.Oid(), ObjectKind.Of(row.Text()), row.Text(), row.TextOrNull(), row.Oid(), row.Oid(), row.Text(), row.TextOrNull());

    private static string Branch(string catalogue, string word, string name, string schema, string signature, string relation, string definition) => $"""
        SELECT u.classid AS class, u.objid AS oid, '{word}' AS kind, {name}::text AS name, {signature}::text AS signature, {relation}::oid AS relation, u.schema AS schema, {definition} AS definition
          FROM ours u JOIN {catalogue} o ON u.classid = '{catalogue}'::regclass AND o.oid = u.objid
        """;

    private static string Method(string oid) => $"(SELECT amname FROM pg_am WHERE oid = {oid})";

    private static string Operator => $"""
        'CREATE OPERATOR ' || {NameText.Operator("o.oid")} || ' (' || concat_ws(', ', 'FUNCTION = ' || {NameText.Routine("o.oprcode")}, 'LEFTARG = ' || {NameText.Type("o.oprleft")}, 'RIGHTARG = ' || {NameText.Type("o.oprright")},
            'COMMUTATOR = ' || {NameText.Operator("o.oprcom")}, 'NEGATOR = ' || {NameText.Operator("o.oprnegate")}, 'RESTRICT = ' || {NameText.Routine("o.oprrest")}, 'JOIN = ' || {NameText.Routine("o.oprjoin")},
            CASE WHEN o.oprcanhash THEN 'HASHES' END, CASE WHEN o.oprcanmerge THEN 'MERGES' END) || ')'
        """;

    private static string Family => $"'CREATE OPERATOR FAMILY ' || {NameText.Own("o.opfnamespace", "o.opfname")} || ' USING ' || {Method("o.opfmethod")} || {Members("m.amopfamily = o.oid", "m.amprocfamily = o.oid")}";

    // A class may stand in a family of others.
    private static string OperatorClass => $"""
        'CREATE OPERATOR CLASS ' || {NameText.Own("o.opcnamespace", "o.opcname")} || CASE WHEN o.opcdefault THEN ' DEFAULT' ELSE '' END || ' FOR TYPE ' || {NameText.Type("o.opcintype")} || ' USING ' || {Method("o.opcmethod")}
            || ' FAMILY ' || {NameText.Of("pg_opfamily", "opf", "o.opcfamily")} || coalesce(' AS STORAGE ' || {NameText.Type("o.opckeytype")}, '') || {Members(OfClass("pg_amop"), OfClass("pg_amproc"))}
        """;

    private static string OfClass(string catalogue) =>
        $"m.oid IN (SELECT x.objid FROM pg_depend x WHERE x.refclassid = 'pg_opclass'::regclass AND x.refobjid = o.oid AND x.classid = '{catalogue}'::regclass)";

    private static string Members(string operators, string functions) => $"""
        coalesce((SELECT string_agg(member, '' ORDER BY member COLLATE "C") FROM (
              SELECT E'\n  OPERATOR ' || m.amopstrategy || ' ' || {NameText.Operator("m.amopopr")} || ' (' || {NameText.Type("m.amoplefttype")} || ', ' || {NameText.Type("m.amoprighttype")} || ')'
                || coalesce(' FOR ORDER BY ' || {NameText.Of("pg_opfamily", "opf", "m.amopsortfamily")}, '') AS member FROM pg_amop m WHERE {operators}
              UNION ALL SELECT E'\n  FUNCTION ' || m.amprocnum || ' (' || {NameText.Type("m.amproclefttype")} || ', ' || {NameText.Type("m.amprocrighttype")} || ') ' || {NameText.Signature("m.amproc")} FROM pg_amproc m WHERE {functions}) members), '')
        """;

    private static string Conversion => $"""
        'CREATE ' || CASE WHEN o.condefault THEN 'DEFAULT ' ELSE '' END || 'CONVERSION ' || {NameText.Own("o.connamespace", "o.conname")} || ' FOR ' || quote_literal(pg_encoding_to_char(o.conforencoding))
            || ' TO ' || quote_literal(pg_encoding_to_char(o.contoencoding)) || ' FROM ' || {NameText.Routine("o.conproc")}
        """;

    // The words of a parser are told by its code, and only the server's own is run.
    private static string Configuration => $"""
        'CREATE TEXT SEARCH CONFIGURATION ' || {NameText.Own("o.cfgnamespace", "o.cfgname")} || ' (PARSER = ' || {NameText.Of("pg_ts_parser", "prs", "o.cfgparser")} || ')' || coalesce((
              SELECT string_agg(E'\n  MAPPING FOR ' || coalesce((SELECT k.alias FROM ts_token_type(CASE WHEN o.cfgparser < 16384 THEN o.cfgparser END) k WHERE k.tokid = w.maptokentype), w.maptokentype::text) || ' WITH ' || w.dictionaries, '' ORDER BY w.maptokentype)
              FROM (SELECT m.maptokentype, string_agg({NameText.Of("pg_ts_dict", "dict", "m.mapdict")}, ', ' ORDER BY m.mapseqno) AS dictionaries FROM pg_ts_config_map m WHERE m.mapcfg = o.oid GROUP BY m.maptokentype) w), '')
        """;

    private static string Dictionary =>
        $"'CREATE TEXT SEARCH DICTIONARY ' || {NameText.Own("o.dictnamespace", "o.dictname")} || ' (TEMPLATE = ' || {NameText.Of("pg_ts_template", "tmpl", "o.dicttemplate")} || coalesce(', ' || o.dictinitoption, '') || ')'";

    private static string Parser => $"""
        'CREATE TEXT SEARCH PARSER ' || {NameText.Own("o.prsnamespace", "o.prsname")} || ' (' || concat_ws(', ', 'START = ' || {NameText.Routine("o.prsstart")}, 'GETTOKEN = ' || {NameText.Routine("o.prstoken")},
            'END = ' || {NameText.Routine("o.prsend")}, 'HEADLINE = ' || {NameText.Routine("o.prsheadline")}, 'LEXTYPES = ' || {NameText.Routine("o.prslextype")}) || ')'
        """;

    private static string Template => $"""
        'CREATE TEXT SEARCH TEMPLATE ' || {NameText.Own("o.tmplnamespace", "o.tmplname")} || ' (' || concat_ws(', ', 'INIT = ' || {NameText.Routine("o.tmplinit")}, 'LEXIZE = ' || {NameText.Routine("o.tmpllexize")}) || ')'
        """;

    private static string Collation(PostgreSqlCapabilities server) => $"""
        'CREATE COLLATION ' || {NameText.Own("o.collnamespace", "o.collname")} || ' (' || concat_ws(', ', 'PROVIDER = ' || CASE o.collprovider WHEN 'i' THEN 'icu' WHEN 'c' THEN 'libc' WHEN 'b' THEN 'builtin' ELSE o.collprovider::text END,
            'LC_COLLATE = ' || quote_literal(o.collcollate), 'LC_CTYPE = ' || quote_literal(o.collctype){(server.Locale is { } locale ? $", 'LOCALE = ' || quote_literal(o.{locale})" : "")}{(server.HasCollationRules ? ", 'RULES = ' || quote_literal(o.collicurules)" : "")},
            CASE WHEN NOT o.collisdeterministic THEN 'DETERMINISTIC = false' END) || ')'
        """;

    // The server prints the schema of the statistics in any case, and of their table where it has to.
    private static string Statistics => $"""
        'CREATE STATISTICS ' || {NameText.Own("o.stxnamespace", "o.stxname")}
            || substr(pg_get_statisticsobjdef(o.oid), 1 + length((SELECT format('CREATE STATISTICS %I.%I', n.nspname, o.stxname) FROM pg_namespace n WHERE n.oid = o.stxnamespace)))
            || CASE WHEN o.stxstattarget >= 0 THEN E'\n  SET STATISTICS ' || o.stxstattarget ELSE '' END
        """;

    private const string Rule = """
        pg_get_ruledef(r.oid, true) || CASE r.ev_enabled WHEN 'D' THEN E'\n  DISABLE RULE' WHEN 'R' THEN E'\n  ENABLE REPLICA RULE' WHEN 'A' THEN E'\n  ENABLE ALWAYS RULE' ELSE '' END
        """;

    // A cast is in no schema, but belongs to its types. Those of a range type come with it.
    private static string Cast => $"""
        SELECT 'pg_cast'::regclass::oid, c.oid, 'cast', {NameText.Type("c.castsource")} || ' AS ' || {NameText.Type("c.casttarget")}, NULL::text, 0::oid, h.schema,
            'CREATE CAST (' || {NameText.Type("c.castsource")} || ' AS ' || {NameText.Type("c.casttarget")} || ') ' || CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || {NameText.Signature("c.castfunc")} WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END
            || CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END
          FROM pg_cast c CROSS JOIN LATERAL (
            SELECT n.schema FROM (SELECT typnamespace AS schema, 1 AS rank FROM pg_type WHERE oid = c.castsource UNION ALL SELECT typnamespace, 2 FROM pg_type WHERE oid = c.casttarget
              UNION ALL SELECT pronamespace, 3 FROM pg_proc WHERE oid = c.castfunc) n WHERE n.schema = ANY ($1) ORDER BY n.rank LIMIT 1) h
          WHERE c.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_cast'::regclass AND x.objid = c.oid AND x.deptype = 'i')
        """;
}
