namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Every column of the catalogues that describe a schema: what our queries read, and what they leave out on purpose. A server that has a
/// column which is in neither list knows something about a schema that would be equal without having been looked at.
/// </summary>
internal static class CatalogColumns
{
    private const string Derived = "follows from other columns";
    private const string Internal = "the server's own bookkeeping";
    private const string Content = "says something about the rows, not about the definition";
    private const string Owner = "owners and their roles are the server's; rights are read from the access lists";
    private const string Printed = "in what the server prints for the object (pg_get_…)";

    /// <summary>Columns that a query of ours has to name.</summary>
    public static IReadOnlyDictionary<string, string> Read { get; } = new Dictionary<string, string>
    {
        ["pg_class"] =
            "oid relname relnamespace reloftype relowner relam reltablespace reltoastrelid relpersistence relkind relrowsecurity "
                + "relforcerowsecurity relreplident relispartition relacl reloptions relpartbound",
        ["pg_attribute"] = "attrelid attname atttypid attnum atttypmod attstorage attcompression attnotnull atthasdef attidentity "
            + "attgenerated attisdropped attislocal attcollation attstattarget attoptions attfdwoptions",
        ["pg_attrdef"] = "oid adrelid adnum adbin",
        ["pg_constraint"] =
            "oid conname contype condeferrable condeferred conenforced convalidated conrelid contypid conindid conparentid confrelid "
                + "confupdtype confdeltype confmatchtype conislocal connoinherit conperiod conkey confkey confdelsetcols conbin",
        ["pg_index"] =
            "indexrelid indrelid indnkeyatts indisunique indnullsnotdistinct indisclustered indisvalid indisready indisreplident "
                + "indkey indcollation indclass indoption indexprs indpred",
        ["pg_inherits"] = "inhrelid inhparent inhseqno inhdetachpending",
        ["pg_trigger"] =
            "oid tgrelid tgparentid tgname tgtype tgenabled tgisinternal tgconstrrelid "
                + "tgconstraint tgdeferrable tginitdeferred tgattr tgoldtable tgnewtable",
        ["pg_policy"] = "oid polname polrelid polcmd polpermissive polroles polqual polwithcheck",
        ["pg_proc"] =
            "oid proname pronamespace proowner prolang procost prorows prosupport prokind prosecdef proleakproof proisstrict proretset "
                + "provolatile proparallel proargtypes protrftypes prosrc probin proconfig proacl",
        ["pg_sequence"] = "seqrelid seqtypid seqstart seqincrement seqmax seqmin seqcache seqcycle",
        ["pg_type"] = "oid typname typnamespace typowner typtype typcategory typrelid typelem typlen typbyval typispreferred "
            + "typisdefined typdelim typsubscript typinput typoutput typreceive typsend typmodin typmodout typanalyze typalign "
            + "typstorage typnotnull typbasetype typtypmod typcollation typdefaultbin typdefault typacl",
        ["pg_enum"] = "enumtypid enumsortorder enumlabel",
        ["pg_rewrite"] = "oid rulename ev_class ev_enabled",
        ["pg_extension"] = "extname extnamespace extversion",
        ["pg_statistic_ext"] = "oid stxrelid stxname stxnamespace stxstattarget",
        ["pg_range"] = "rngtypid rngsubtype rngmultitypid rngcollation rngsubopc rngcanonical rngsubdiff",
        ["pg_aggregate"] = "aggfnoid aggkind aggtransfn aggfinalfn aggcombinefn aggserialfn aggdeserialfn aggmtransfn aggminvtransfn "
            + "aggmfinalfn aggfinalextra aggmfinalextra aggfinalmodify aggmfinalmodify aggsortop aggtranstype aggtransspace "
            + "aggmtranstype aggmtransspace agginitval aggminitval",
        ["pg_operator"] = "oid oprname oprnamespace oprcanmerge oprcanhash oprleft oprright oprcom oprnegate oprcode oprrest oprjoin",
        ["pg_opclass"] = "oid opcmethod opcname opcnamespace opcfamily opcintype opcdefault opckeytype",
        ["pg_opfamily"] = "oid opfmethod opfname opfnamespace",
        ["pg_amop"] = "oid amopfamily amoplefttype amoprighttype amopstrategy amopopr amopsortfamily",
        ["pg_amproc"] = "oid amprocfamily amproclefttype amprocrighttype amprocnum amproc",
        ["pg_collation"] = "oid collname collnamespace collprovider collisdeterministic collcollate collctype colliculocale "
            + "colllocale collicurules",
        ["pg_conversion"] = "oid conname connamespace conforencoding contoencoding conproc condefault",
        ["pg_ts_config"] = "oid cfgname cfgnamespace cfgparser",
        ["pg_ts_config_map"] = "mapcfg maptokentype mapseqno mapdict",
        ["pg_ts_dict"] = "oid dictname dictnamespace dicttemplate dictinitoption",
        ["pg_ts_parser"] = "oid prsname prsnamespace prsstart prstoken prsend prsheadline prslextype",
        ["pg_ts_template"] = "oid tmplname tmplnamespace tmplinit tmpllexize",
        ["pg_cast"] = "oid castsource casttarget castfunc castcontext castmethod",
        ["pg_foreign_table"] = "ftrelid ftserver ftoptions",
    };

    /// <summary>Columns that are left out, by the reason.</summary>
    public static IReadOnlyList<(string Catalogue, string Columns, string Because)> Ignored { get; } =
    [
        ("pg_class", "reltype relhasindex relnatts relchecks relhasrules relhastriggers relhassubclass", Derived),
        ("pg_class", "relfilenode relpages reltuples relallvisible relallfrozen relisshared relrewrite relfrozenxid relminmxid", Internal),
        ("pg_class", "relispopulated", Content),
        ("pg_attribute", "attlen attndims attbyval attalign attinhcount", Derived),
        ("pg_attribute", "attcacheoff", Internal),
        ("pg_attribute", "atthasmissing attmissingval", Content),
        ("pg_attribute", "attacl", "rights on single columns are left alone (docs/postgresql.md, Rights)"),
        ("pg_constraint", "connamespace coninhcount", Derived),
        ("pg_constraint", "conpfeqop conppeqop conffeqop", "the server's choice for the types of the columns"),
        ("pg_constraint", "conexclop", Printed),
        ("pg_index", "indnatts indisprimary indisexclusion indimmediate", Derived),
        ("pg_index", "indcheckxmin indislive", Internal),
        ("pg_trigger", "tgfoid tgnargs tgargs tgqual", Printed),
        ("pg_trigger", "tgconstrindid", Internal),
        ("pg_proc", "provariadic pronargs pronargdefaults prorettype proallargtypes proargmodes proargnames proargdefaults prosqlbody",
            Printed),
        ("pg_type", "typarray typndims", Derived),
        ("pg_enum", "oid", Internal),
        ("pg_rewrite", "ev_type ev_qual ev_action is_instead", Printed),
        ("pg_partitioned_table", "partrelid partstrat partnatts partattrs partclass partcollation partexprs", Printed),
        ("pg_partitioned_table", "partdefid", Derived),
        ("pg_extension", "oid extrelocatable extconfig extcondition", Internal),
        ("pg_extension", "extowner", Owner),
        ("pg_statistic_ext", "stxkeys stxkind stxexprs", Printed),
        ("pg_statistic_ext", "stxowner", Owner),
        ("pg_aggregate", "aggnumdirectargs", Printed),
        ("pg_operator", "oprowner", Owner),
        ("pg_operator", "oprkind oprresult", Derived),
        ("pg_opclass", "opcowner", Owner),
        ("pg_opfamily", "opfowner", Owner),
        ("pg_amop", "amoppurpose amopmethod", Derived),
        ("pg_collation", "collowner", Owner),
        ("pg_collation", "collencoding collversion", "says something about the database it is in, or the system the server runs on"),
        ("pg_conversion", "conowner", Owner),
        ("pg_ts_config", "cfgowner", Owner),
        ("pg_ts_dict", "dictowner", Owner),
    ];
}
