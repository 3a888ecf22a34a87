namespace SchemaSync.PostgreSql.Kinds;

/// <summary>Names of options that are no storage parameters; storage parameters keep the server's lower case.</summary>
internal static class StorageOptions
{
    public const string Unlogged = "UNLOGGED";
    public const string RowSecurity = "ROW LEVEL SECURITY";
    public const string ForceRowSecurity = "FORCE ROW LEVEL SECURITY";
    public const string Method = "USING";
    public const string Tablespace = "TABLESPACE";
    public const string Cluster = "CLUSTER ON";
    public const string ReplicaIdentity = "REPLICA IDENTITY";
    public const string Statistics = "STATISTICS";

    /// <summary>The begin of an option that holds a comment on a column of a view.</summary>
    public const string ColumnComment = "COMMENT ON COLUMN ";

    /// <summary>Options as the catalogue keeps them: <c>name=value</c>.</summary>
    public static IEnumerable<TableOption> Read(IEnumerable<string> options) => options.Select(option =>
    {
        var at = option.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? new TableOption(option) : new TableOption(option[..at], option[(at + 1)..]);
    });

    /// <summary>Whether it is set with <c>SET (name = value)</c>.</summary>
    public static bool IsParameter(TableOption option) => option.Name.Length > 0 && !char.IsAsciiLetterUpper(option.Name[0]);

    /// <summary>Storage parameters between parentheses, or nothing.</summary>
    public static string Parameters(IEnumerable<TableOption> options)
    {
        var list = string.Join(", ", options.Where(IsParameter).Select(o => $"{Name(o)} = {PostgreSqlText.Literal(o.Value)}"));
        return list.Length == 0 ? "" : $"({list})";
    }

    /// <summary>A parameter's name, each part quoted: <c>"toast"."autovacuum_enabled"</c>.</summary>
    public static string Name(TableOption option) =>
        string.Join('.', option.Name.Split('.').Select(part => PostgreSqlText.Quote(new Identifier(part))));
}
