namespace SchemaSync.PostgreSql.Sql;

/// <summary>Words the server puts quotes around when they are names (pg_get_keywords
/// of version 18, every category but unreserved).</summary>
internal static class Keywords
{
    private static readonly HashSet<string> Quoted =
    [
        .. """
        all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast char character
        check coalesce collate collation column concurrently constraint create cross current_catalog current_date current_role
        current_schema current_time current_timestamp current_user dec decimal default deferrable desc distinct do else end except exists
        extract false fetch float for foreign freeze from full grant greatest group grouping having ilike in initially inner inout int
        integer intersect interval into is isnull join json json_array json_arrayagg json_exists json_object json_objectagg json_query
        json_scalar json_serialize json_table json_value lateral leading least left like limit localtime localtimestamp merge_action
        national natural nchar none normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay placing
        position precision primary real references returning right row select session_user setof similar smallint some substring symmetric
        system_user table tablesample then time timestamp to trailing treat trim true union unique user using values varchar variadic
        verbose when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
        xmlserialize xmltable
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>Whether a name that is this word needs quotes.</summary>
    public static bool AreQuoted(string name) => Quoted.Contains(name);
}
