namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Every column of the catalogues that describe a schema: what our queries read, and what they leave out on purpose. A server that has a column
/// which is in neither list knows something about a schema that would be equal without having been looked at.
/// </summary>
internal static class CatalogColumns
{
    private const string Derived = "follows from other columns";
    private const string Internal = "the server's own bookkeeping";
    private const string Content = "says something about the rows, not about the definition";
    private const string Owner = "owners and their roles are the server's; rights are read from the access lists";
    private const string BaseType = "of base types, which are refused by their kind";
    private const string Refused = "the whole object is refused, whatever it says here";
    private const string Printed = "in what the server prints for the object (pg_get_…)";

    /// <summary>Columns that a query of ours has to name.</summary>
    public static IReadOnlyDictionary<string, string> Read { get; } = new Dictionary<string, string>
    {
        ["pg_class"] = "oid relname relnamespace reloftype relowner relam reltablespace reltoastrelid relpersistence relkind relrowsecurity relforcerowsecurity relreplident relispartition relacl reloptions relpartbound",
        ["pg_attribute"] = "attrelid attname atttypid attnum atttypmod attstorage attcompression attnotnull atthasdef attidentity attgenerated attisdropped attislocal attcollation attstattarget attoptions",
        ["pg_attrdef"] = "oid adrelid adnum adbin",
        ["pg_constraint"] = "oid conname contype condeferrable condeferred conenforced convalidated conrelid contypid conindid conparentid confrelid confupdtype confdeltype confmatchtype conislocal connoinherit conperiod conkey confkey confdelsetcols conbin",
        ["pg_index"] = "indexrelid indrelid indnkeyatts indisunique indnullsnotdistinct indisclustered indisvalid indisready indisreplident indkey indcollation indclass indoption indexprs indpred",
        ["pg_inherits"] = "inhrelid inhparent inhseqno inhdetachpending",
        ["pg_trigger"] = "oid tgrelid tgparentid tgname tgtype tgenabled tgisinternal tgconstrrelid tgconstraint tgdeferrable tginitdeferred tgattr tgoldtable tgnewtable",
        ["pg_policy"] = "oid polname polrelid polcmd polpermissive polroles polqual polwithcheck",
        ["pg_proc"] = "oid proname pronamespace proowner prolang procost prorows prosupport prokind prosecdef proleakproof proisstrict proretset provolatile proparallel proargtypes protrftypes prosrc probin proconfig proacl",
        ["pg_sequence"] = "seqrelid seqtypid seqstart seqincrement seqmax seqmin seqcache seqcycle",
        ["pg_type"] = "oid typname typnamespace typowner typtype typcategory typrelid typelem typstorage typnotnull typbasetype typtypmod typcollation typdefaultbin typdefault typacl",
        ["pg_enum"] = "enumtypid enumsortorder enumlabel",
        ["pg_rewrite"] = "oid rulename ev_class",
        ["pg_extension"] = "extname extnamespace extversion",
        ["pg_statistic_ext"] = "oid stxrelid",
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
        ("pg_attribute", "attfdwoptions", "of foreign tables, which are refused by their kind"),
        ("pg_constraint", "connamespace coninhcount", Derived),
        ("pg_constraint", "conpfeqop conppeqop conffeqop", "the server's choice for the types of the columns"),
        ("pg_constraint", "conexclop", Printed),
        ("pg_index", "indnatts indisprimary indisexclusion indimmediate", Derived),
        ("pg_index", "indcheckxmin indislive", Internal),
        ("pg_trigger", "tgfoid tgnargs tgargs tgqual", Printed),
        ("pg_trigger", "tgconstrindid", Internal),
        ("pg_proc", "provariadic pronargs pronargdefaults prorettype proallargtypes proargmodes proargnames proargdefaults prosqlbody", Printed),
        ("pg_type", "typlen typbyval typispreferred typisdefined typdelim typsubscript typinput typoutput typreceive typsend typmodin typmodout typanalyze typalign", BaseType),
        ("pg_type", "typarray typndims", Derived),
        ("pg_enum", "oid", Internal),
        ("pg_rewrite", "ev_type ev_qual ev_action is_instead ev_enabled", Refused),
        ("pg_partitioned_table", "partrelid partstrat partnatts partattrs partclass partcollation partexprs", Printed),
        ("pg_partitioned_table", "partdefid", Derived),
        ("pg_range", "rngtypid rngsubtype rngmultitypid rngcollation rngsubopc rngcanonical rngsubdiff", Refused),
        ("pg_extension", "oid extrelocatable extconfig extcondition", Internal),
        ("pg_extension", "extowner", Owner),
        ("pg_statistic_ext", "stxname stxnamespace stxowner stxstattarget stxkeys stxkind stxexprs", Refused),
    ];
}
