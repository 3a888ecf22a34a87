namespace SchemaSync.PostgreSql.Digests;

/// <summary>
/// What stands for the oid of an object in facts about a schema: a name behind a dot where the object is the schema's own, which means the
/// same in another schema; the oid of any other, which is one and the same object for all.
/// </summary>
internal static class ObjectLabel
{
    // Oids below this number are the server's own (FirstNormalObjectId, src/include/access/transam.h).
    private const string UsersOwn = "16384";

    /// <summary>The expression for an object of a catalogue.</summary>
    /// <param name="catalogue">Where the object is listed.</param>
    /// <param name="oid">Its oid, as an expression.</param>
    /// <param name="schema">The oid of the schema that the facts are about, as an expression.</param>
    public static string Of(string catalogue, string oid, string schema) => catalogue switch
    {
        "pg_class" => Named(catalogue, "rel", oid, schema),
        "pg_type" => Named(catalogue, "typ", oid, schema),
        "pg_proc" => Named(catalogue, "pro", oid, schema, $" || {OfMany("pg_type", "pro_.proargtypes", schema)}"),
        "pg_operator" => Named(catalogue, "opr", oid, schema,
            $" || concat_ws(',', {Of("pg_type", "opr_.oprleft", schema)}, {Of("pg_type", "opr_.oprright", schema)})"),
        "pg_opclass" => Named(catalogue, "opc", oid, schema, " || opc_.opcmethod"),
        "pg_opfamily" => Named(catalogue, "opf", oid, schema, " || opf_.opfmethod"),
        "pg_collation" => Named(catalogue, "coll", oid, schema, " || coll_.collencoding"),
        "pg_conversion" => Named(catalogue, "con", oid, schema),
        "pg_ts_config" => Named(catalogue, "cfg", oid, schema),
        "pg_ts_dict" => Named(catalogue, "dict", oid, schema),
        "pg_ts_parser" => Named(catalogue, "prs", oid, schema),
        "pg_ts_template" => Named(catalogue, "tmpl", oid, schema),
        "pg_statistic_ext" => Named(catalogue, "stx", oid, schema),
        "pg_constraint" => Part("pg_constraint", oid,
            $"x_.conname || {Of("pg_class", "x_.conrelid", schema)} || {Of("pg_type", "x_.contypid", schema)}"),
        "pg_trigger" => Part("pg_trigger", oid, $"x_.tgname || {Of("pg_class", "x_.tgrelid", schema)}"),
        "pg_policy" => Part("pg_policy", oid, $"x_.polname || {Of("pg_class", "x_.polrelid", schema)}"),
        "pg_rewrite" => Part("pg_rewrite", oid, $"x_.rulename || {Of("pg_class", "x_.ev_class", schema)}"),
        "pg_namespace" => $"CASE {oid} WHEN {schema} THEN '.' ELSE {oid}::text END",
        _ => throw new ArgumentOutOfRangeException(nameof(catalogue), catalogue, "objects of it have no name here"),
    };

    /// <summary>The same for a list of oids.</summary>
    public static string OfMany(string catalogue, string oids, string schema) => $"""
        CASE WHEN {UsersOwn} > ALL ({oids}::oid[]) THEN {oids}::text ELSE (
          SELECT array_agg({Of(catalogue, "u_.oid", schema)} ORDER BY u_.place)::text
          FROM unnest({oids}::oid[]) WITH ORDINALITY u_(oid, place)) END
        """;

    private static string Named(string catalogue, string prefix, string oid, string schema, string more = "") => $"""
        CASE WHEN {oid} < {UsersOwn} THEN {oid}::oid::text ELSE (
          SELECT CASE {prefix}_.{prefix}namespace WHEN {schema} THEN '.' || {prefix}_.{prefix}name{more} ELSE {prefix}_.oid::text END
          FROM {catalogue} {prefix}_ WHERE {prefix}_.oid = {oid}) END
        """;

    private static string Part(string catalogue, string oid, string name) =>
        $"CASE {oid} WHEN 0 THEN '' ELSE (SELECT {name} FROM {catalogue} x_ WHERE x_.oid = {oid}) END";
}
