namespace SchemaSync.PostgreSql.Sessions;

/// <summary>
/// Where a session looks for names. The server takes an exactly fitting function or operator of any schema on the path before one of its
/// own that needs a conversion, so whoever may create in a schema could take the place of what our statements mean (CVE-2018-1058). What we
/// ask is therefore resolved where nobody else creates; only statements of a plan are resolved in the managed schema.
/// </summary>
internal static class PostgreSqlPath
{
    /// <summary>The server's own schema. Named last, the temporary one is not searched first.</summary>
    public const string Server = "pg_catalog, pg_temp";

    /// <summary>Back to the server's own schema; itself resolved nowhere else.</summary>
    public static readonly string Leave = Use(Server);

    /// <summary>A path of schemas.</summary>
    public static string Of(params ReadOnlySpan<string> schemas)
    {
        var path = "";
        foreach (var schema in schemas) path += PostgreSqlText.Quote(new Identifier(schema)) + ", ";
        return path + "pg_temp";
    }

    /// <summary>Sets the path; within a transaction that is rolled back it is as before.</summary>
    public static string Use(string path) => $"SELECT pg_catalog.set_config('search_path', {PostgreSqlText.Literal(path)}, false)";

    /// <summary>
    /// A query whose names are resolved now and whose results are printed in the path of <c>$2</c>: names are looked up when a statement is
    /// parsed, and printed when it runs. The condition has no row in it, so it is computed before the first row; without the OFFSET a query
    /// around it could make it a condition of its join, which waits for rows. <see cref="Leave"/> has to follow.
    /// </summary>
    public static string Printing(string sql) =>
        $"SELECT printed.* FROM (\n{sql}\n) printed WHERE (SELECT set_config('search_path', $2, false)) IS NOT NULL OFFSET 0";
}
