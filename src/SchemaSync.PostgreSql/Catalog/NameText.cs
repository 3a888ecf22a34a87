namespace SchemaSync.PostgreSql.Catalog;

/// <summary>
/// How a query prints the name of an object that it has the oid of: without its schema where that is the tenant's own or the server's.
/// The server's own output of procedures and operators says the schema as soon as there are two of one name.
/// </summary>
internal static class NameText
{
    /// <summary>A routine, without the types of its arguments.</summary>
    public static string Routine(string oid) => Of("pg_proc", "pro", oid);

    /// <summary>A routine with the types of its arguments.</summary>
    public static string Signature(string oid) => Of("pg_proc", "pro", oid, " || '(' || oidvectortypes(x.proargtypes) || ')'");

    /// <summary>An operator.</summary>
    public static string Operator(string oid) => $"(SELECT {Prefix("x.oprnamespace")} || x.oprname FROM pg_operator x WHERE x.oid = {oid})";

    /// <summary>A type; NULL where there is none.</summary>
    public static string Type(string oid) => $"format_type(nullif({oid}::oid, 0::oid), NULL)";

    /// <summary>An object of a catalogue whose columns have that prefix; NULL where there is none.</summary>
    public static string Of(string catalogue, string column, string oid, string more = "") =>
        $"(SELECT {Own($"x.{column}namespace", $"x.{column}name")}{more} FROM {catalogue} x WHERE x.oid = {oid})";

    /// <summary>A name of a row that is there.</summary>
    public static string Own(string schema, string name) => $"{Prefix(schema)} || quote_ident({name})";

    private static string Prefix(string schema) =>
        $"CASE WHEN {schema} IN (($1)[1], 'pg_catalog'::regnamespace) THEN '' ELSE (SELECT quote_ident(n.nspname) || '.' FROM "
            + $"pg_namespace n WHERE n.oid = {schema}) END";
}
