namespace SchemaSync.PostgreSql.Digests;

/// <summary>
/// Rows of one catalogue that say something about a schema. The list of them is what both ways to notice a change stand on: a
/// <see cref="Stamp"/> counts where the rows are, a <see cref="SchemaDigests">digest</see> what they say.
/// </summary>
/// <param name="Catalogue">Whose rows these are.</param>
/// <param name="Row">What a row is called in <paramref name="From"/>.</param>
/// <param name="Anchor">The list of objects (<see cref="Anchors"/>) that they hang on; it has the schema.</param>
/// <param name="From">The list and the rows.</param>
internal sealed record CatalogPiece(string Catalogue, string Row, string Anchor, string From)
{
    /// <summary>The column that leads to the object of the list, of which the name is known there.</summary>
    public string? Owner { get; init; }

    /// <summary>Columns that say nothing a snapshot holds.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Expressions beside the columns.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>Which rows say something, where it is not all; a stamp counts all of them.</summary>
    public string? Where { get; init; }

    /// <summary>The oid of the table whose columns an expression of the row names.</summary>
    public string Relation { get; init; } = "0";

    /// <summary>How the server prints expressions of the row, by column, where it is not <c>pg_get_expr</c>.</summary>
    public IReadOnlyDictionary<string, string> Prints { get; init; } = new Dictionary<string, string>();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CatalogPiece> All { get; } =
    [
        .. Relations(), .. Parts(), .. Types(), Routine, Aggregate,
        .. Others().Select(o => new CatalogPiece(o, "x", "other",
            $"other JOIN {o} x ON x.oid = other.oid AND other.classid = '{o}'::regclass") { Relation = "x.stxrelid" }),
        .. Families(),
        new("pg_cast", "c", "n", """
            pg_cast c CROSS JOIN LATERAL (
              SELECT y.typnamespace AS schema FROM pg_type y WHERE y.oid IN (c.castsource, c.casttarget)
              UNION SELECT p.pronamespace FROM pg_proc p WHERE p.oid = c.castfunc) n JOIN schema ON schema.schema = n.schema
            """) { Where = "c.oid >= 16384" },
        .. Comments(),
    ];

    private static IEnumerable<CatalogPiece> Relations() =>
    [
        // The number of a file, what VACUUM and ANALYZE count, and flags that the server clears when it comes by.
        Class("relation", "relation JOIN pg_class c ON c.oid = relation.oid"),
        Class("index", "index JOIN pg_class c ON c.oid = index.oid"),
        // What a column has in rows that are older than it is no part of the schema.
        new("pg_attribute", "a", "relation", "relation JOIN pg_attribute a ON a.attrelid = relation.oid AND a.attnum > 0")
        {
            Owner = "attrelid", Without = Storage, Where = "relation.kind <> 'S'",
        },
        new("pg_attribute", "a", "index", """
            index JOIN pg_attribute a ON a.attrelid = index.oid AND (a.attoptions IS NOT NULL OR a.attstattarget >= 0)
            """) { Without = Storage },
        new("pg_inherits", "i", "relation", "relation JOIN pg_inherits i ON i.inhrelid = relation.oid") { Owner = "inhrelid" },
        new("pg_partitioned_table", "p", "relation", "relation JOIN pg_partitioned_table p ON p.partrelid = relation.oid")
        {
            Owner = "partrelid", Relation = "p.partrelid",
        },
        new("pg_sequence", "s", "relation", "relation JOIN pg_sequence s ON s.seqrelid = relation.oid") { Owner = "seqrelid" },
        new("pg_depend", "d", "relation", """
            relation JOIN pg_sequence s ON s.seqrelid = relation.oid
              JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.refclassid = 'pg_class'::regclass
                AND d.deptype IN ('a', 'i')
            """) { Owner = "objid" },
        new("pg_foreign_table", "f", "relation", "relation JOIN pg_foreign_table f ON f.ftrelid = relation.oid") { Owner = "ftrelid" },
    ];

    private static IEnumerable<CatalogPiece> Parts() =>
    [
        new("pg_attrdef", "d", "relation", "relation JOIN pg_attrdef d ON d.adrelid = relation.oid")
        {
            Owner = "adrelid", Relation = "d.adrelid",
        },
        new("pg_index", "i", "relation", "relation JOIN pg_index i ON i.indrelid = relation.oid")
        {
            Owner = "indrelid", Without = ["indcheckxmin"], Relation = "i.indrelid",
        },
        new("pg_constraint", "k", "bound", "bound JOIN pg_constraint k ON k.oid = bound.oid") { Relation = "k.conrelid" },
        // What keeps a foreign key is switched off with ALTER TABLE, and is called by a number.
        new("pg_trigger", "t", "relation", "relation JOIN pg_trigger t ON t.tgrelid = relation.oid")
        {
            Owner = "tgrelid", Without = ["tgname", "tgparentid"],
            More =
            [
                "CASE WHEN NOT t.tgisinternal THEN t.tgname END",
                "(SELECT p.tgenabled FROM pg_trigger p WHERE p.oid = t.tgparentid)",
            ],
            Where = "NOT t.tgisinternal OR t.tgenabled <> 'O' OR t.tgparentid <> 0",
            Prints = new Dictionary<string, string> { ["tgqual"] = "pg_get_triggerdef(t.oid, true)" },
        },
        new("pg_policy", "p", "relation", "relation JOIN pg_policy p ON p.polrelid = relation.oid")
        {
            Owner = "polrelid", Relation = "p.polrelid",
        },
        // The tree of a view names its tables by number.
        new("pg_rewrite", "r", "relation", "relation JOIN pg_rewrite r ON r.ev_class = relation.oid")
        {
            Owner = "ev_class", Without = ["ev_qual"],
            Prints = new Dictionary<string, string>
            {
                ["ev_action"] = "CASE r.rulename WHEN '_RETURN' THEN pg_get_viewdef(r.ev_class) ELSE pg_get_ruledef(r.oid, true) END",
            },
        },
    ];

    private static IEnumerable<CatalogPiece> Types() =>
    [
        new("pg_type", "y", "type", "type JOIN pg_type y ON y.oid = type.oid")
        {
            Without = ["typarray"], More = [AccessText.OfType.Replace("t.typ", "y.typ", StringComparison.Ordinal)],
        },
        new("pg_range", "r", "type", "type JOIN pg_range r ON r.rngtypid = type.oid") { Owner = "rngtypid" },
        new("pg_enum", "e", "type", "type JOIN pg_enum e ON e.enumtypid = type.oid") { Owner = "enumtypid" },
        new("pg_attribute", "a", "type", """
            type JOIN pg_type y ON y.oid = type.oid AND y.typrelid <> 0 JOIN pg_attribute a ON a.attrelid = y.typrelid AND a.attnum > 0
            """) { Owner = "attrelid", Without = Storage },
    ];

    private static CatalogPiece Routine => new("pg_proc", "p", "routine", "routine JOIN pg_proc p ON p.oid = routine.oid")
    {
        More = [AccessText.OfRoutine],
        Prints = new Dictionary<string, string> { ["prosqlbody"] = "pg_get_function_sqlbody(p.oid)" },
    };

    private static CatalogPiece Aggregate =>
        new("pg_aggregate", "g", "routine", "routine JOIN pg_aggregate g ON g.aggfnoid = routine.oid");

    private static string[] Others() =>
        ["pg_operator", "pg_opclass", "pg_opfamily", "pg_collation", "pg_conversion", "pg_ts_config", "pg_ts_dict", "pg_ts_parser",
            "pg_ts_template", "pg_statistic_ext"];

    // A class may stand in a family of others.
    private static IEnumerable<CatalogPiece> Families() =>
    [
        .. from catalogue in (string[])["pg_amop", "pg_amproc"]
           let column = catalogue == "pg_amop" ? "amopfamily" : "amprocfamily"
           from piece in (CatalogPiece[])
           [
               new(catalogue, "m", "other",
                   $"other JOIN {catalogue} m ON m.{column} = other.oid AND other.classid = 'pg_opfamily'::regclass"),
               new(catalogue, "m", "other", $"""
                   other JOIN pg_opclass o ON o.oid = other.oid AND other.classid = 'pg_opclass'::regclass
                     JOIN {catalogue} m ON m.{column} = o.opcfamily
                   """),
           ]
           select piece,
        new("pg_ts_config_map", "m", "other",
            "other JOIN pg_ts_config_map m ON m.mapcfg = other.oid AND other.classid = 'pg_ts_config'::regclass"),
    ];

    private static IEnumerable<CatalogPiece> Comments()
    {
        foreach (var (anchor, catalogue) in ((string, string)[])[("relation", "pg_class"), ("index", "pg_class"), ("type", "pg_type"),
            ("routine", "pg_proc"), ("bound", "pg_constraint"), ("trigger", "pg_trigger"), ("policy", "pg_policy"), ("rule", "pg_rewrite")])
            yield return new("pg_description", "d", anchor,
                $"{anchor} JOIN pg_description d ON d.objoid = {anchor}.oid AND d.classoid = '{catalogue}'::regclass")
            {
                Without = ["objoid"], More = [ObjectLabel.Of(catalogue, "d.objoid", $"{anchor}.schema")],
            };
        yield return new("pg_description", "d", "type", """
            type JOIN pg_type y ON y.oid = type.oid AND y.typrelid <> 0
              JOIN pg_description d ON d.objoid = y.typrelid AND d.classoid = 'pg_class'::regclass
            """) { Without = ["objoid"], More = ["type.name"] };
        yield return new("pg_description", "d", "other",
            "other JOIN pg_description d ON d.objoid = other.oid AND d.classoid = other.classid")
        {
            Without = ["objoid"],
            More = ["CASE other.classid " + string.Concat(Others().Select(o =>
                $"WHEN '{o}'::regclass THEN {ObjectLabel.Of(o, "d.objoid", "other.schema")} ")) + "ELSE d.objoid::text END"],
        };
    }

    private static string[] Storage =>
        ["attcacheoff", "attlen", "attbyval", "attalign", "atthasmissing", "attmissingval", "attacl"];

    private static CatalogPiece Class(string anchor, string from) => new("pg_class", "c", anchor, from)
    {
        Without =
        [
            "reltype", "relfilenode", "relpages", "reltuples", "relallvisible", "relallfrozen", "reltoastrelid", "relhasindex",
            "relhasrules", "relhastriggers", "relhassubclass", "relrewrite", "relfrozenxid", "relminmxid",
        ],
        More =
        [
            AccessText.OfRelation,
            "(SELECT t.reloptions FROM pg_class t WHERE t.oid = c.reltoastrelid AND t.reloptions IS NOT NULL)",
        ],
        Relation = "c.oid",
    };
}
