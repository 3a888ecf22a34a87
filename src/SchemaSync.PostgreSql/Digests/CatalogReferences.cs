namespace SchemaSync.PostgreSql.Digests;

/// <summary>Which catalogue an oid in a column of a catalogue is of; <c>pg_get_catalog_foreign_keys</c> tells it from version 14 on, and a
/// test compares.</summary>
internal static class CatalogReferences
{
    private static readonly Dictionary<string, string> Catalogues = new(StringComparer.Ordinal)
    {
        ["adrelid"] = "pg_class", ["conindid"] = "pg_class", ["confrelid"] = "pg_class", ["conrelid"] = "pg_class",
        ["ev_class"] = "pg_class", ["ftrelid"] = "pg_class", ["inhparent"] = "pg_class", ["inhrelid"] = "pg_class",
        ["indexrelid"] = "pg_class", ["indrelid"] = "pg_class", ["partdefid"] = "pg_class", ["partrelid"] = "pg_class",
        ["polrelid"] = "pg_class", ["refobjid"] = "pg_class", ["seqrelid"] = "pg_class", ["stxrelid"] = "pg_class",
        ["tgconstrindid"] = "pg_class", ["tgconstrrelid"] = "pg_class", ["tgrelid"] = "pg_class", ["typrelid"] = "pg_class",
        ["attrelid"] = "pg_class",
        ["aggmtranstype"] = "pg_type", ["aggtranstype"] = "pg_type", ["amoplefttype"] = "pg_type", ["amoprighttype"] = "pg_type",
        ["amproclefttype"] = "pg_type", ["amprocrighttype"] = "pg_type", ["atttypid"] = "pg_type", ["castsource"] = "pg_type",
        ["casttarget"] = "pg_type", ["contypid"] = "pg_type", ["enumtypid"] = "pg_type", ["opcintype"] = "pg_type",
        ["opckeytype"] = "pg_type", ["oprleft"] = "pg_type", ["oprresult"] = "pg_type", ["oprright"] = "pg_type",
        ["proallargtypes"] = "pg_type", ["proargtypes"] = "pg_type", ["prorettype"] = "pg_type", ["protrftypes"] = "pg_type",
        ["provariadic"] = "pg_type", ["reloftype"] = "pg_type", ["rngmultitypid"] = "pg_type", ["rngsubtype"] = "pg_type",
        ["rngtypid"] = "pg_type", ["seqtypid"] = "pg_type", ["typbasetype"] = "pg_type", ["typelem"] = "pg_type",
        ["castfunc"] = "pg_proc", ["tgfoid"] = "pg_proc",
        ["aggsortop"] = "pg_operator", ["amopopr"] = "pg_operator", ["conexclop"] = "pg_operator", ["conffeqop"] = "pg_operator",
        ["conpfeqop"] = "pg_operator", ["conppeqop"] = "pg_operator", ["oprcom"] = "pg_operator", ["oprnegate"] = "pg_operator",
        ["indclass"] = "pg_opclass", ["partclass"] = "pg_opclass", ["rngsubopc"] = "pg_opclass",
        ["amopfamily"] = "pg_opfamily", ["amopsortfamily"] = "pg_opfamily", ["amprocfamily"] = "pg_opfamily",
        ["opcfamily"] = "pg_opfamily",
        ["attcollation"] = "pg_collation", ["indcollation"] = "pg_collation", ["partcollation"] = "pg_collation",
        ["rngcollation"] = "pg_collation", ["typcollation"] = "pg_collation",
        ["conparentid"] = "pg_constraint", ["tgconstraint"] = "pg_constraint",
        ["cfgparser"] = "pg_ts_parser", ["dicttemplate"] = "pg_ts_template", ["mapcfg"] = "pg_ts_config", ["mapdict"] = "pg_ts_dict",
    };

    /// <summary>Columns that say who owns an object, where it is or which row it is: the first is no part of a snapshot, the others are
    /// what the facts are about.</summary>
    public static bool IsIdentity(string column) => column is "oid" or "classid" or "objid" or "objoid" or "refclassid" or "classoid"
        || column.EndsWith("owner", StringComparison.Ordinal) || column.EndsWith("namespace", StringComparison.Ordinal);

    /// <summary>The catalogue; null where the objects are in no schema (access methods, languages, roles, servers, tablespaces).</summary>
    public static string? Of(string column, string type) => type == "regproc" ? "pg_proc" : Catalogues.GetValueOrDefault(column);
}
